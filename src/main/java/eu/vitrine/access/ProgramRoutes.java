package eu.vitrine.access;

import static eu.vitrine.access.Role.ADMINISTRATOR;
import static eu.vitrine.access.Role.APPROVER;
import static eu.vitrine.access.Role.AUDITOR;
import static eu.vitrine.access.Role.OFFICER;
import static eu.vitrine.access.Role.POLICY_AUTHOR;
import static eu.vitrine.access.Route.roles;
import static eu.vitrine.access.Route.signedIn;
import static eu.vitrine.access.Scope.WRITE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.List;

/** Rows of the table below {@code /api/v1}; those that are the same for every kind of record stand in {@link RecordRoutes}. */
final class ProgramRoutes {

    private static final List<Route> ROWS = List.of(
            roles(GET, "/api/v1/approvals/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/api/v1/determinations"),
            signedIn(GET, "/api/v1/determinations/{number}"),
            signedIn(GET, "/api/v1/verdicts"),
            roles(GET, "/api/v1/approvals", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/api/v1/approvals/{number}", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/api/v1/changes"),
            signedIn(GET, "/api/v1/models/{slug}/lineage"),
            signedIn(GET, "/api/v1/requests"),
            signedIn(GET, "/api/v1/requests/{number}"),
            signedIn(GET, "/api/v1/findings"),
            roles(POST, "/api/v1/findings", OFFICER).byToken(WRITE),
            signedIn(GET, "/api/v1/findings/{id}"),
            roles(PUT, "/api/v1/findings/{id}", OFFICER).byToken(WRITE),
            roles(POST, "/api/v1/findings/{id}/{act}", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/api/v1/openapi.json"),
            signedIn(GET, "/api/v1/models"),
            signedIn(GET, "/api/v1/models/{slug}"),
            signedIn(GET, "/api/v1/models/{slug}/revisions"),
            signedIn(GET, "/api/v1/models/{slug}/assessments"),
            signedIn(GET, "/api/v1/models/{slug}/assessments/{number}"),
            roles(GET, "/api/v1/models/{slug}/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/api/v1/uses/{slug}/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            roles(GET, "/api/v1/organisation/assessments/{number}/dossier.pdf", OFFICER, APPROVER, AUDITOR),
            signedIn(GET, "/api/v1/providers"),
            signedIn(GET, "/api/v1/licences"),
            signedIn(GET, "/api/v1/services"),
            signedIn(GET, "/api/v1/services/{slug}"),
            signedIn(GET, "/api/v1/services/{slug}/revisions"),
            signedIn(GET, "/api/v1/uses"),
            signedIn(GET, "/api/v1/uses/{slug}"),
            signedIn(GET, "/api/v1/uses/{slug}/revisions"),
            signedIn(GET, "/api/v1/uses/{slug}/assessments"),
            signedIn(GET, "/api/v1/uses/{slug}/assessments/{number}"),
            signedIn(GET, "/api/v1/organisation"),
            signedIn(GET, "/api/v1/organisation/revisions"),
            signedIn(GET, "/api/v1/organisation/assessments"),
            signedIn(GET, "/api/v1/organisation/assessments/{number}"),
            signedIn(GET, "/api/v1/exports/{name}"),
            signedIn(GET, "/api/v1/exports/{list}/{name}"),
            roles(GET, "/api/v1/imports", OFFICER, AUDITOR, ADMINISTRATOR),
            roles(POST, "/api/v1/imports", OFFICER).byToken(WRITE),
            roles(GET, "/api/v1/imports/{id}", OFFICER, AUDITOR, ADMINISTRATOR),
            roles(POST, "/api/v1/imports/{id}/confirm", OFFICER).byToken(WRITE),
            roles(POST, "/api/v1/imports/{id}/undo", OFFICER).byToken(WRITE),
            signedIn(GET, "/api/v1/models/{slug}/preview"),
            signedIn(GET, "/api/v1/outlook"),
            roles(GET, "/api/v1/policy-sets", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/api/v1/policy-sets/{number}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR, POLICY_AUTHOR),
            roles(GET, "/api/v1/evidence", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR),
            roles(POST, "/api/v1/evidence", OFFICER).byToken(WRITE),
            roles(POST, "/api/v1/evidence/captures", OFFICER).byToken(WRITE),
            roles(POST, "/api/v1/evidence/addresses", OFFICER).byToken(WRITE),
            roles(GET, "/api/v1/evidence/{id}", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR),
            roles(GET, "/api/v1/evidence/{id}/content", OFFICER, APPROVER, AUDITOR, ADMINISTRATOR));

    private ProgramRoutes() {}

    /** These rows and, after them, those of programs: no address belongs to both. */
    static List<Route> after(List<Route> pages) {
        var routes = new ArrayList<>(pages);
        routes.addAll(ROWS);
        return routes;
    }
}

package eu.vitrine.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.List;

/** Rows of the table that are the same for every kind of record. */
final class RecordRoutes {

    /** The address of a record of each kind; the organisation is one. */
    private static final List<String> RECORDS =
            List.of("/models/{slug}", "/providers/{slug}", "/licences/{slug}", "/services/{slug}", "/uses/{slug}", "/organisation");
    /** The same for the kinds that are assessed by themselves. */
    private static final List<String> ASSESSED = List.of("/models/{slug}", "/uses/{slug}", "/organisation");

    private RecordRoutes() {}

    /** These rows and, after them, those of every kind of record. */
    static List<Route> after(List<Route> single) {
        var routes = new ArrayList<>(single);
        for (String record : RECORDS) {
            routes.add(Route.signedIn(GET, record + "/revisions"));
            routes.add(Route.signedIn(GET, record + "/revisions/compare"));
            routes.add(Route.signedIn(GET, record + "/revisions/{number}"));
            routes.add(Route.roles(GET, record + "/revisions/{number}/restore", Role.OFFICER));
            routes.add(Route.roles(POST, record + "/revisions/{number}/restore", Role.OFFICER));
        }
        routes.add(Route.signedIn(GET, "/api/v1/providers/{slug}/revisions"));
        routes.add(Route.signedIn(GET, "/api/v1/licences/{slug}/revisions"));
        routes.add(Route.signedIn(GET, "/api/v1/providers/{slug}"));
        routes.add(Route.signedIn(GET, "/api/v1/licences/{slug}"));
        for (String record : RECORDS) {
            String address = "/api/v1" + record;
            routes.add(Route.roles(PUT, address, Role.OFFICER).byToken(Scope.WRITE));
            routes.add(Route.roles(PATCH, address, Role.OFFICER).byToken(Scope.WRITE));
            routes.add(Route.signedIn(GET, address + "/revisions/{number}"));
            routes.add(Route.signedIn(GET, address + "/diff"));
            routes.add(Route.roles(POST, address + "/revisions/{number}/restore", Role.OFFICER).byToken(Scope.WRITE));
        }
        for (String record : ASSESSED) {
            routes.add(Route.signedIn(GET, record + "/assessments/{number}/compare/{other}"));
        }
        return List.copyOf(routes);
    }
}

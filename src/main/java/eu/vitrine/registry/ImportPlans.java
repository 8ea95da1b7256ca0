package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordMerge;
import eu.vitrine.facts.Kind;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what an import would do, without doing it. What is planned is saved through {@link Records#saveAll}. */
@Service
@PreAuthorize("hasRole('OFFICER')")
@Transactional(readOnly = true)
public class ImportPlans {

    private final Import imports;
    private final ClaimHistory claims;
    private final VisibleRecords visible;

    ImportPlans(Import imports, ClaimHistory claims, VisibleRecords visible) {
        this.imports = imports;
        this.visible = visible;
        this.claims = claims;
    }

    /**
     * Adds what one record file says to a plan.
     *
     * @param name name of the file, for messages
     * @throws eu.vitrine.facts.InvalidFile when the file states several records at once without being a model, is of a second
     *     organisation, or says something else about a record than a full record before; the plan is then as before
     * @throws SlugTaken when one of its records has the short name of one that the person may not know of; likewise
     */
    public void add(ImportPlan plan, RecordFile file, String name, RecordMerge.Standing standing) {
        imports.add(plan, file, name, standing);
    }

    /**
     * Which revision last changed each chosen claim of the head, by fact. A further source that was added does not count.
     *
     * @throws NoSuchRecord if there is no such record
     */
    @PreAuthorize("isAuthenticated()")
    public Map<String, Revision> claimedBy(Kind kind, String slug) {
        visible.check(kind, slug);
        return claims.of(kind, slug);
    }
}

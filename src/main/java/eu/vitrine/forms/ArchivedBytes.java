package eu.vitrine.forms;

import eu.vitrine.evidence.Evidence;
import eu.vitrine.evidence.EvidenceItem;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactValue;
import eu.vitrine.web.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The archived bytes that answers can rest on. */
@Component
class ArchivedBytes {

    /** As many of the newest a page offers; older ones are named by their hash. */
    private static final int OFFERED = 200;

    private final Evidence evidence;

    ArchivedBytes(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The newest items whose bytes are held. */
    List<EvidenceItem> offered() {
        return evidence.newestFirst("", Long.MAX_VALUE, OFFERED).items().stream().filter(EvidenceItem::archived).toList();
    }

    /**
     * Complains about bytes that a claim names and that are not in the archive, unless the claim named them before.
     *
     * @param prefix of the fields of the claim
     */
    void check(String prefix, Claim before, Claim after, FormErrors errors) {
        var known = new ArrayList<>(named(before).toList());
        after.evidence().stream().filter(hash -> isMissing(hash, known))
                .forEach(hash -> errors.add(prefix + ":evidence", "forms.wrong.evidence", hash));
        if (after.value() instanceof FactValue.Rows table) {
            for (int i = 0; i < table.rows().size(); i++) {
                String field = prefix + ":row:" + i + ":evidence";
                table.rows().get(i).evidence().stream().filter(hash -> isMissing(hash, known))
                        .forEach(hash -> errors.add(field, "forms.wrong.evidence", hash));
            }
        }
    }

    private boolean isMissing(String hash, List<String> known) {
        return !known.contains(hash) && evidence.find(hash).isEmpty();
    }

    private static Stream<String> named(Claim claim) {
        return claim.value() instanceof FactValue.Rows table
                ? Stream.concat(claim.evidence().stream(), table.rows().stream().flatMap(row -> row.evidence().stream())) : claim.evidence().stream();
    }
}

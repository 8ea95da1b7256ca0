package eu.vitrine.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a source, beside the archived one before it.
 *
 * @param before the archived version before it; null for the first, and where it is an address alone
 * @param changed whether it says something else than the one before: another text, or other bytes where no text can be read
 */
public record EvidenceVersion(EvidenceItem item, @Nullable EvidenceItem before, boolean changed) {

    /** @param newestFirst items of one source */
    static List<EvidenceVersion> of(List<EvidenceItem> newestFirst) {
        var versions = new ArrayList<EvidenceVersion>();
        for (int i = 0; i < newestFirst.size(); i++) {
            EvidenceItem item = newestFirst.get(i);
            EvidenceItem before = item.content() == null ? null
                    : newestFirst.subList(i + 1, newestFirst.size()).stream().filter(EvidenceItem::archived).findFirst().orElse(null);
            versions.add(new EvidenceVersion(item, before, before != null && differ(item, before)));
        }
        return List.copyOf(versions);
    }

    static boolean differ(EvidenceItem one, EvidenceItem other) {
        return one.content() != null && other.content() != null && one.content().differsFrom(other.content());
    }
}

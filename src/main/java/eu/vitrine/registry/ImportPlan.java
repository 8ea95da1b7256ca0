package eu.vitrine.registry;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordMerge;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import would make of the records concerned. It grows file by file and is used by one thread at a time. */
public final class ImportPlan {

    private final Map<Key, Proposal> proposals = new LinkedHashMap<>();

    record Key(Kind kind, String slug) {}

    /**
     * What one record would say.
     *
     * @param expected the revision it rests on; 0 for a new record
     * @param before what that revision says; null for a new record
     * @param attributes what would become of names and references, where the file and the record differ
     * @param facts what would become of facts; those about which nothing changes are not among them
     * @param imported the facts of the file
     */
    public record Proposal(Kind kind, String slug, RecordFile file, int expected, @Nullable RecordFile before,
            List<RecordMerge.AttributeEffect> attributes, List<RecordMerge.FactEffect> facts, Facts imported) {

        public Proposal {
            attributes = List.copyOf(attributes);
            facts = List.copyOf(facts);
        }

        /** Whether there is no such record yet. */
        public boolean isNew() {
            return expected == 0;
        }

        /** Whether saving it would write a revision. */
        public boolean changes() {
            return !file.equals(before);
        }

        /** What {@link Records#saveAll} takes. */
        public Saving saving() {
            return new Saving(kind, file, expected);
        }

        Content content() {
            return new Content(kind, file);
        }
    }

    /** Everything proposed: first the records that models refer to, then the models, each in the order of the files. */
    public List<Proposal> proposals() {
        List<Proposal> all = new ArrayList<>();
        proposals.values().stream().filter(proposal -> proposal.kind() != Kind.MODEL).forEach(all::add);
        proposals.values().stream().filter(proposal -> proposal.kind() == Kind.MODEL).forEach(all::add);
        return all;
    }

    @Nullable Proposal get(Kind kind, String slug) {
        return proposals.get(new Key(kind, slug));
    }

    void put(Proposal proposal) {
        proposals.put(new Key(proposal.kind(), proposal.slug()), proposal);
    }

    /** The organisation proposed, of which there can be one. */
    @Nullable Proposal organisation() {
        return proposals.values().stream().filter(proposal -> proposal.kind() == Kind.ORGANISATION).findFirst().orElse(null);
    }
}

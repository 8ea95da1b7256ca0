package eu.vitrine.forms;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.FoundRecords;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The records that fields can refer to, however many there are. */
@Component
class KnownRecords {

    /** Suggestions that a browser gets along; who looks for another record types its name. */
    private static final int SUGGESTIONS = 300;
    /** Among so many a person chooses. */
    private static final int OFFERS = 20;

    private final ModelRegistry registry;
    private final Records records;
    private final FoundRecords found;

    KnownRecords(ModelRegistry registry, Records records, FoundRecords found) {
        this.registry = registry;
        this.records = records;
        this.found = found;
    }

    /** The first records of a kind by name. */
    List<RecordName> suggestions(Kind kind) {
        return found.like(kind, "", SUGGESTIONS);
    }

    boolean isThere(Kind kind, String slug) {
        return !registry.named(kind, List.of(slug)).isEmpty() || records.find(kind, slug).isPresent();
    }

    /** The slug of the record that somebody means by its slug or by its name, however capitalised; empty also where several are so called. */
    Optional<String> resolve(Kind kind, String typed) {
        if (!registry.named(kind, List.of(typed)).isEmpty()) {
            return Optional.of(typed);
        }
        List<RecordName> meant = found.meant(kind, typed, 2);
        return meant.size() == 1 ? Optional.of(meant.getFirst().slug()) : Optional.empty();
    }

    /** Whether several records are called so. */
    boolean isAmbiguous(Kind kind, String typed) {
        return found.meant(kind, typed, 2).size() > 1;
    }

    /** What somebody may mean who typed this: the records so called, else some with these words. */
    List<RecordName> offers(Kind kind, String typed) {
        List<RecordName> meant = found.meant(kind, typed, OFFERS);
        return meant.isEmpty() && !typed.isBlank() && typed.length() <= 200 ? found.like(kind, typed, OFFERS) : meant;
    }
}

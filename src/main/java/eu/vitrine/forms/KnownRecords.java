package eu.vitrine.forms;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The records that fields can refer to. */
@Component
class KnownRecords {

    /** Suggestions that a browser gets along; who looks for another record types its name. */
    private static final int SUGGESTIONS = 300;

    private final ModelRegistry registry;
    private final Records records;

    KnownRecords(ModelRegistry registry, Records records) {
        this.registry = registry;
        this.records = records;
    }

    /** Some records of a kind by name. */
    List<RecordName> suggestions(Kind kind) {
        List<RecordName> all = registry.all(kind);
        return all.subList(0, Math.min(SUGGESTIONS, all.size()));
    }

    boolean isThere(Kind kind, String slug) {
        return !registry.named(kind, List.of(slug)).isEmpty() || records.find(kind, slug).isPresent();
    }

    /** The slug of the record that somebody means by its slug or by its name, however capitalised. */
    Optional<String> resolve(Kind kind, String typed) {
        Map<String, RecordName> bySlug = registry.named(kind, List.of(typed));
        if (!bySlug.isEmpty()) {
            return Optional.of(typed);
        }
        String name = typed.toLowerCase(Locale.ROOT);
        return registry.all(kind).stream().filter(record -> record.name().toLowerCase(Locale.ROOT).equals(name)).map(RecordName::slug).findFirst();
    }
}

package eu.vitrine.intake;

import eu.vitrine.facts.Kind;
import eu.vitrine.formats.ImportedRecord;
import eu.vitrine.formats.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where records and facts stand in the files of one import; of what stands several times, the first place. */
final class Places {

    private final Map<String, Place> records = new HashMap<>();
    private final Map<String, Place> facts = new HashMap<>();
    private Place any = Place.of("");

    void add(ImportedRecord record) {
        any = record.place();
        String slug = record.file().slug();
        record.file().stated().forEach(kind -> records.putIfAbsent(key(kind.code(), slug), record.place()));
        if (record.file().provider() != null) {
            records.putIfAbsent(key(Kind.PROVIDER.code(), record.file().provider().slug()), record.place());
        }
        record.file().licences().forEach(part -> records.putIfAbsent(key(Kind.LICENCE.code(), part.slug()), record.place()));
        record.file().services().forEach(part -> records.putIfAbsent(key(Kind.SERVICE.code(), part.slug()), record.place()));
        record.places().forEach((name, place) -> {
            int slash = name.indexOf('/');
            String fact = name.substring(slash + 1);
            facts.putIfAbsent(key(fact, slash < 0 ? slug : name.substring(0, slash)), place);
        });
    }

    /** Where a record begins. */
    Place of(Kind kind, String slug) {
        return records.getOrDefault(key(kind.code(), slug), any);
    }

    /** Where a fact of a record stands, if that is known. */
    @Nullable Place of(String slug, String fact) {
        return facts.get(key(fact, slug));
    }

    private static String key(String what, String slug) {
        return what + " " + slug;
    }
}

package eu.vitrine.intake;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Kind;
import eu.vitrine.formats.ImportedRecord;
import eu.vitrine.formats.ModelIdentity;
import eu.vitrine.formats.Place;
import eu.vitrine.formats.Remark;
import eu.vitrine.registry.FoundRecords;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the records that files of formats of others are about: the one a person chose, else the only one that states the same
 * repository or package URL (of several the one of the short name that an export of ours gives), else the one of the same short
 * name. Where two state it, or the file names none, a person must choose. A short name that was only made of what the file says
 * leads to no record that states another repository: that is another model.
 */
@Component
class Matching {

    /** More than anybody chooses among in a sentence. */
    private static final int NAMED = 4;

    private final FoundRecords found;
    private final Records records;

    Matching(FoundRecords found, Records records) {
        this.found = found;
        this.records = records;
    }

    /** @param by what the record was found by, for people; null for its short name */
    record Matched(ImportedRecord record, @Nullable String by) {}

    /**
     * What became of all records of an import.
     *
     * @param asks whether a person can settle what is open by choosing a record
     */
    record Result(List<Matched> records, List<Remark> open, boolean asks) {}

    /**
     * @param records those of formats of others
     * @param about slug of the record a person chose for the only one; null if none was chosen
     * @param nameless whether a record, by its place in the list, is one whose file names none
     */
    Result match(List<ImportedRecord> records, @Nullable String about, Set<ImportedRecord> nameless) {
        List<Matched> matched = new ArrayList<>();
        List<Remark> open = new ArrayList<>();
        for (ImportedRecord record : records) {
            if (about != null && records.size() == 1) {
                matched.add(new Matched(renamed(record, about), "your choice"));
            } else if (nameless.contains(record)) {
                open.add(open(record, "the file does not say which model it is about", records.size() == 1));
            } else {
                match(record, records.size() == 1, matched, open);
            }
        }
        return new Result(matched, open, records.size() == 1 && (about != null || !open.isEmpty()));
    }

    private void match(ImportedRecord record, boolean only, List<Matched> matched, List<Remark> open) {
        Map<RecordName, String> by = new LinkedHashMap<>();
        Set<String> identities = ModelIdentity.of(record.file().model());
        for (String identity : identities) {
            found.identified(List.of(identity), NAMED).forEach(name -> by.putIfAbsent(name, identity));
        }
        var bySlug = by.keySet().stream().filter(name -> (record.slugSaid() || by.size() == 1) && name.slug().equals(record.file().slug()))
                .findFirst();
        if (bySlug.isPresent()) {
            matched.add(new Matched(record, by.get(bySlug.get())));
        } else if (by.size() > 1) {
            open.add(open(record, "the records " + by.keySet().stream().map(name -> "\"" + name.name() + "\" (" + name.slug() + ")").collect(Collectors.joining(", "))
                    + " all state " + by.values().iterator().next() + ", so it is open which one the file is about", only));
        } else if (by.isEmpty()) {
            matched.add(new Matched(record.slugSaid() ? record : apart(record, identities), null));
        } else {
            matched.add(new Matched(renamed(record, by.keySet().iterator().next().slug()), by.values().iterator().next()));
        }
    }

    /** The record under a short name of its own, where the one made for it belongs to a record that states another identity. */
    private ImportedRecord apart(ImportedRecord record, Set<String> identities) {
        boolean another = !identities.isEmpty() && records.find(Kind.MODEL, record.file().slug())
                .filter(taken -> !ModelIdentity.of(taken.file().model()).isEmpty()).isPresent();
        String slug = another ? Codes.slug(identities.iterator().next().replace('/', '-')) : null;
        return slug == null ? record
                : new ImportedRecord(record.file().at(slug, record.file().name()), record.place(), record.places(), true);
    }

    private static Remark open(ImportedRecord record, String problem, boolean only) {
        Place place = record.place();
        return new Remark(Remark.Weight.REJECTED, new Place(place.file(), place.line(), null), record.file().slug(), null, null, problem,
                only ? "Choose the model it is about." : "Import the file by itself, and choose the record there.");
    }

    /** The same record under another short name, and with the name that the registry has for it. */
    private ImportedRecord renamed(ImportedRecord record, String slug) {
        String name = found.meant(Kind.MODEL, slug, 1).stream().filter(one -> one.slug().equals(slug)).map(RecordName::name).findFirst().orElse(record.file().name());
        RecordFile file = record.file().at(slug, name);
        return new ImportedRecord(file, record.place(), record.places(), true);
    }
}

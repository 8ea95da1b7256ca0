package eu.vitrine.registry;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns record files into records: what is true of a provider, licence or service becomes a record of its own, once. */
@Component
class Import {

    private final RecordStore store;
    private final RecordReader reader;
    private final VisibleRecords visible;

    Import(RecordStore store, Vocabulary vocabulary, VisibleRecords visible) {
        this.store = store;
        this.visible = visible;
        this.reader = RecordReader.with(vocabulary);
    }

    /**
     * Saves what the files say, all of it or nothing.
     *
     * @return the revisions written; what was already so is not among them
     * @throws InvalidFile when a file cannot be read, states several records at once without being a model, is of a second
     *     organisation, or two files say different things about one record
     */
    List<RevisionPin> take(List<Source> files, RecordStore.Occasion occasion) {
        Reading reading = reader.read(files);
        if (!reading.problems().isEmpty()) {
            throw new InvalidFile(reading.problems());
        }
        var parts = new LinkedHashMap<RecordKey, Content>();
        var models = new ArrayList<Content>();
        for (int i = 0; i < files.size(); i++) { // without problems each file is a record
            RecordFile file = reading.records().get(i);
            String name = files.get(i).name();
            if (file.shape() == RecordFile.Shape.CATALOGUE) {
                Content.partsOf(file).forEach(part -> add(part, known(part), name, parts));
                models.add(Content.ofModel(file));
            } else {
                Content part = scenario(file, name);
                onlyOne(part, name, parts);
                add(part, part, name, parts);
            }
        }
        Stream.concat(parts.values().stream(), models.stream()).filter(content -> !visible.sees(content.kind(), content.slug())).findFirst()
                .ifPresent(hidden -> {
                    throw new SlugTaken(hidden.kind(), hidden.slug());
                });
        var all = new ArrayList<>(parts.values()); // before the models that refer to them
        all.addAll(models);
        return store.save(all, occasion);
    }

    private record RecordKey(Kind kind, String slug) {}

    private static void add(Content part, Content named, String file, Map<RecordKey, Content> parts) {
        Content before = parts.putIfAbsent(new RecordKey(part.kind(), part.slug()), named);
        if (before != null && !before.facts().equals(part.facts())) {
            throw refused(file, "this file says something else about the " + part.kind().code() + " \"" + part.slug()
                    + "\" than a file before; correct one of the two");
        }
    }

    /** There is one organisation: ourselves. */
    private void onlyOne(Content part, String file, Map<RecordKey, Content> parts) {
        if (part.kind() != Kind.ORGANISATION) {
            return;
        }
        Stream.concat(store.organisation().map(RecordStore.Head::content).stream(),
                        parts.values().stream().filter(other -> other.kind() == Kind.ORGANISATION))
                .filter(other -> !other.slug().equals(part.slug())).findFirst().ifPresent(other -> {
                    throw refused(file, "there is one organisation, and its record has the slug \"" + other.slug()
                            + "\"; give this file the same slug to revise that record");
                });
    }

    private static InvalidFile refused(String file, String why) {
        return new InvalidFile(new Problem(file, 0, 0, why));
    }

    /** Files of models give their provider, licences and services no name: whatever already has one keeps it. */
    private Content known(Content part) {
        return store.find(part.kind(), part.slug()).map(head -> part.named(head.content().file().name())).orElse(part);
    }

    private static Content scenario(RecordFile file, String name) {
        if (file.stated().contains(Kind.MODEL)) {
            throw refused(name, "facts of a model stand here as a scenario; as a record a model has the shape of the catalogue:"
                    + " model.openness.weights is written under \"model:\", \"openness:\", \"weights:\"");
        }
        if (file.stated().size() != 1) {
            throw refused(name, file.stated().isEmpty() ? "the file states no facts, so it is a record of nothing"
                    : "the file states facts of " + words(file.stated()) + "; a record is of one kind. Split it: one file for each, with "
                    + file.stated().stream().map(kind -> kind.code() + ".*").collect(Collectors.joining(" in one, ")) + " in another");
        }
        Kind kind = file.stated().iterator().next();
        return Content.ofPart(kind, file.slug(), file.name(), new Content(kind, file).facts());
    }

    private static String words(Set<Kind> kinds) {
        List<String> codes = kinds.stream().map(Kind::code).toList();
        return String.join(", ", codes.subList(0, codes.size() - 1)) + " and " + codes.getLast();
    }
}

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
import org.springframework.stereotype.Component;

/** Turns record files into records: what is true of a provider, licence or service becomes a record of its own, once. */
@Component
class Import {

    private final RecordStore store;
    private final RecordReader reader;

    Import(RecordStore store, Vocabulary vocabulary) {
        this.store = store;
        this.reader = RecordReader.with(vocabulary);
    }

    /**
     * Saves what the files say, all of it or nothing.
     *
     * @return the revisions written; what was already so is not among them
     * @throws InvalidFile when a file cannot be read, states several records at once without being a model, or two files say
     *     different things about one provider, licence or service
     */
    List<RevisionPin> take(List<Source> files, RecordStore.Occasion occasion) {
        Reading reading = reader.read(files);
        if (!reading.problems().isEmpty()) {
            throw new InvalidFile(reading.problems());
        }
        var parts = new LinkedHashMap<RecordKey, Content>();
        var models = new ArrayList<Content>();
        for (RecordFile file : reading.records()) {
            if (file.shape() == RecordFile.Shape.CATALOGUE) {
                Content.partsOf(file).forEach(part -> add(part, known(part), file, parts));
                models.add(Content.ofModel(file));
            } else {
                Content part = scenario(file);
                add(part, part, file, parts);
            }
        }
        var all = new ArrayList<>(parts.values()); // before the models that refer to them
        all.addAll(models);
        return store.save(all, occasion);
    }

    private record RecordKey(Kind kind, String slug) {}

    private static void add(Content part, Content named, RecordFile file, Map<RecordKey, Content> parts) {
        Content before = parts.putIfAbsent(new RecordKey(part.kind(), part.slug()), named);
        if (before != null && !before.facts().equals(part.facts())) {
            throw new InvalidFile(new Problem(file.slug(), 0, 0, "says something else about the " + part.kind().code() + " \"" + part.slug()
                    + "\" than a file before; correct one of the two"));
        }
    }

    /** Files of models give their provider, licences and services no name: whatever already has one keeps it. */
    private Content known(Content part) {
        return store.find(part.kind(), part.slug()).map(head -> part.named(head.content().file().name())).orElse(part);
    }

    private static Content scenario(RecordFile file) {
        if (file.stated().size() != 1 || file.stated().contains(Kind.MODEL)) {
            throw new InvalidFile(new Problem(file.slug(), 0, 0,
                    "is a scenario; as a record it must state facts of exactly one kind, and a model needs the shape of the catalogue"));
        }
        Kind kind = file.stated().iterator().next();
        return Content.ofPart(kind, file.slug(), file.name(), new Content(kind, file).facts());
    }
}

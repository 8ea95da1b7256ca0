package eu.vitrine.registry;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordMerge;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns record files into records: what is true of a provider, licence or service becomes a record of its own, once. */
@Component
class Import {

    private final RecordStore store;
    private final ClaimHistory claims;
    private final RecordReader reader;
    private final RecordMerge merge;
    private final VisibleRecords visible;

    Import(RecordStore store, ClaimHistory claims, Vocabulary vocabulary, VisibleRecords visible) {
        this.store = store;
        this.visible = visible;
        this.claims = claims;
        this.reader = RecordReader.with(vocabulary);
        this.merge = RecordMerge.with(vocabulary);
    }

    /**
     * Saves what the files say, all of it or nothing; what a person confirmed stays.
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
        var plan = new ImportPlan();
        for (int i = 0; i < files.size(); i++) { // without problems each file is a record
            RecordFile file = reading.records().get(i);
            contents(file, files.get(i).name()).forEach(content -> store.lock(content.kind(), content.slug()));
            add(plan, file, files.get(i).name(), RecordMerge.Standing.OWN_RECORD);
        }
        return store.save(plan.proposals().stream().map(ImportPlan.Proposal::content).toList(), occasion);
    }

    /** Adds what one file says to a plan, whole or not at all. */
    void add(ImportPlan plan, RecordFile file, String name, RecordMerge.Standing standing) {
        List<Content> contents = contents(file, name);
        if (standing == RecordMerge.Standing.OWN_RECORD) {
            contents.forEach(content -> sayTheSame(plan, content, name));
        }
        for (Content content : contents) {
            if (!visible.sees(content.kind(), content.slug())) {
                throw new SlugTaken(content.kind(), content.slug());
            }
            onlyOne(plan, content, name);
        }
        var proposals = new ArrayList<>(contents.stream().map(content -> proposal(plan, content, standing, contents.size() > 1)).toList());
        if (file.shape() == RecordFile.Shape.CATALOGUE) { // a provider that the model does not take is nobody's
            RecordFile model = proposals.getLast().file();
            proposals.removeIf(part -> part.kind() != Kind.MODEL && !refers(model, part.kind(), part.slug()));
        }
        proposals.forEach(plan::put);
    }

    private static List<Content> contents(RecordFile file, String name) {
        if (file.shape() != RecordFile.Shape.CATALOGUE) {
            return List.of(scenario(file, name));
        }
        var contents = new ArrayList<>(Content.partsOf(file));
        contents.add(Content.ofModel(file));
        return contents;
    }

    private static boolean refers(RecordFile model, Kind kind, String slug) {
        return switch (kind) {
            case PROVIDER -> model.provider() != null && model.provider().slug().equals(slug);
            case LICENCE -> model.licences().stream().anyMatch(part -> part.slug().equals(slug));
            default -> model.services().stream().anyMatch(part -> part.slug().equals(slug));
        };
    }

    private ImportPlan.Proposal proposal(ImportPlan plan, Content content, RecordMerge.Standing standing, boolean nameless) {
        ImportPlan.Proposal earlier = plan.get(content.kind(), content.slug());
        Optional<RecordStore.Head> head = store.find(content.kind(), content.slug());
        @Nullable RecordFile before = earlier != null ? earlier.file() : head.filter(present -> !isWithdrawn(present))
                .map(present -> present.content().file()).orElse(null);
        RecordFile original = head.map(present -> present.content().file()).orElse(null);
        int expected = head.map(present -> present.pin().number()).orElse(0);
        if (before == null) {
            RecordFile file = merge.admitted(content.kind(), content.file(), standing);
            var effects = merge.merge(content.kind(), empty(content), file, Set.of(), RecordMerge.Standing.OWN_RECORD).facts();
            return new ImportPlan.Proposal(content.kind(), content.slug(), file, expected, original, List.of(), effects, content.facts());
        }
        // files of models give their provider, licences and services no name: whatever already has one keeps it
        RecordFile imported = nameless && content.kind() != Kind.MODEL ? content.named(before.name()).file() : content.file();
        Set<String> confirmed = head.isPresent() && !isWithdrawn(head.get()) ? claims.confirmed(content.kind(), content.slug()) : Set.of();
        var merged = merge.merge(content.kind(), before, imported, confirmed, standing);
        var facts = new ArrayList<RecordMerge.FactEffect>(earlier == null ? List.of() : earlier.facts());
        facts.addAll(merged.facts());
        var attributes = new ArrayList<RecordMerge.AttributeEffect>(earlier == null ? List.of() : earlier.attributes());
        attributes.addAll(merged.attributes());
        return new ImportPlan.Proposal(content.kind(), content.slug(), merged.file(), expected, original, attributes, facts,
                earlier == null ? content.facts() : earlier.imported().and(content.facts()));
    }

    /** A record whose import was taken back is as new for the next. */
    private static boolean isWithdrawn(RecordStore.Head head) {
        return head.summary().origin() == Revision.Origin.UNDO && head.content().facts().all().isEmpty();
    }

    private static RecordFile empty(Content content) {
        return content.kind() == Kind.MODEL ? RecordFile.ofModel(content.slug(), content.file().name(), null, null)
                : Content.ofPart(content.kind(), content.slug(), content.file().name(), Facts.none()).file();
    }

    private static void sayTheSame(ImportPlan plan, Content content, String file) {
        ImportPlan.Proposal before = plan.get(content.kind(), content.slug());
        if (before != null && !before.imported().equals(content.facts())) {
            throw refused(file, "this file says something else about the " + content.kind().code() + " \"" + content.slug()
                    + "\" than a file before; correct one of the two");
        }
    }

    /** There is one organisation: ourselves. */
    private void onlyOne(ImportPlan plan, Content content, String file) {
        if (content.kind() != Kind.ORGANISATION) {
            return;
        }
        ImportPlan.Proposal planned = plan.organisation();
        Optional.ofNullable(planned).map(ImportPlan.Proposal::slug)
                .or(() -> store.organisation().map(head -> head.content().slug()))
                .filter(other -> !other.equals(content.slug())).ifPresent(other -> {
                    throw refused(file, "there is one organisation, and its record has the slug \"" + other
                            + "\"; give this file the same slug to revise that record");
                });
    }

    private static InvalidFile refused(String file, String why) {
        return new InvalidFile(new Problem(file, 0, 0, why));
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

package eu.vitrine.registry;

import eu.vitrine.exchange.Lineage;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gathers from the head revisions what an assessment of a record reads, and notes which revisions those were. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HeadReader {

    /** Slug under which a pin says that there was no organisation, whose slug nobody knows then. */
    static final String NO_ORGANISATION = "organisation";

    private final RecordStore store;

    HeadReader(RecordStore store) {
        this.store = store;
    }

    /**
     * What was read.
     *
     * @param files the record itself first, then those it refers to, directly or through another
     * @param pins the revisions, the record's own first; what was looked for and is not there, as none
     */
    record Gathered(List<RecordFile> files, List<RevisionPin> pins) {}

    /** @throws NoSuchRecord if there is none */
    Gathered of(Kind kind, String slug) {
        return of(kind, slug, new Reads(null));
    }

    /**
     * The same if one of the records said something else than its head does.
     *
     * @param instead what that record would say; its pin stays that of the head
     * @throws NoSuchRecord if there is none
     */
    Gathered supposing(Kind kind, String slug, Content instead) {
        return of(kind, slug, new Reads(instead));
    }

    private static Gathered of(Kind kind, String slug, Reads reads) {
        switch (kind) {
            case MODEL -> reads.model(slug);
            case USE -> reads.use(slug);
            case PROVIDER, LICENCE, SERVICE, ORGANISATION -> reads.alone(kind, slug);
        }
        return new Gathered(List.copyOf(reads.files.values()), List.copyOf(reads.pins));
    }

    /**
     * The model in the exchange format with all that is said of its provider, licences and services.
     *
     * @throws NoSuchRecord if there is none
     */
    RecordFile whole(String slug) {
        return new Reads(null).whole(slug);
    }

    /** What is read for one assessment. */
    private final class Reads {

        private final Map<String, RecordFile> files = new LinkedHashMap<>();
        private final Set<RevisionPin> pins = new LinkedHashSet<>();
        private final @Nullable Content instead;

        private Reads(@Nullable Content instead) {
            this.instead = instead;
        }

        private RecordStore.Head head(Kind kind, String slug) {
            return said(store.head(kind, slug));
        }

        private RecordStore.Head said(RecordStore.Head head) {
            boolean other = instead != null && head.content().kind() == instead.kind() && head.content().slug().equals(instead.slug());
            return other ? new RecordStore.Head(head.record(), head.revision(), instead) : head;
        }

        private RecordStore.Head alone(Kind kind, String slug) {
            return add(head(kind, slug));
        }

        private RecordStore.Head add(RecordStore.Head head) {
            pins.add(head.pin());
            files.putIfAbsent(key(head.content().kind(), head.content().slug()), head.content().file());
            return head;
        }

        private void model(String slug) {
            var head = head(Kind.MODEL, slug);
            pins.add(head.pin());
            RecordFile whole = whole(head);
            files.putIfAbsent(key(Kind.MODEL, slug), whole);
            Stream.concat(lifecycleOf(whole).stream(), Lineage.readForOriginal(whole).stream()).filter(Content::isSlug)
                    .forEach(other -> found(Kind.MODEL, other)
                            .ifPresent(found -> files.putIfAbsent(key(Kind.MODEL, other), new Reads(instead).whole(other))));
        }

        private void use(String slug) {
            Facts use = alone(Kind.USE, slug).content().facts();
            named(use, Content.MODEL_OF_USE).forEach(this::modelIfThere);
            for (String service : named(use, Content.SERVICE_OF_USE)) {
                found(Kind.SERVICE, service).map(this::add)
                        .ifPresent(head -> named(head.content().facts(), Content.MODELS_OF_SERVICE).forEach(this::modelIfThere));
            }
            store.organisation().map(this::said).ifPresentOrElse(this::add, () -> pins.add(RevisionPin.ofNone(Kind.ORGANISATION, NO_ORGANISATION)));
        }

        private void modelIfThere(String slug) {
            if (found(Kind.MODEL, slug).isPresent()) {
                model(slug);
            }
        }

        /** The head, pinned; a pin of none where there is no such record. */
        private Optional<RecordStore.Head> found(Kind kind, String slug) {
            var head = store.find(kind, slug).map(this::said);
            pins.add(head.map(RecordStore.Head::pin).orElseGet(() -> RevisionPin.ofNone(kind, slug)));
            return head;
        }

        private RecordFile whole(String slug) {
            return whole(head(Kind.MODEL, slug));
        }

        private RecordFile whole(RecordStore.Head model) {
            RecordFile file = model.content().file();
            Content provider = file.provider() == null ? null : content(file.provider());
            var licences = file.licences().stream().map(this::content).toList();
            var services = file.services().stream().map(this::content).toList();
            return model.content().whole(provider, licences, services);
        }

        private Content content(Subject.Part part) {
            var head = head(part.kind(), part.slug());
            pins.add(head.pin());
            return head.content();
        }
    }

    private static String key(Kind kind, String slug) {
        return kind.code() + " " + slug;
    }

    private static Optional<String> lifecycleOf(RecordFile model) {
        return named(model.model(), Content.LIFECYCLE_OF).stream().filter(root -> !root.equals(model.slug())).findFirst();
    }

    /** The records that a fact refers to. */
    private static List<String> named(Facts facts, String fact) {
        @Nullable FactValue value = facts.get(fact).claim().value();
        return switch (value) {
            case FactValue.Text text -> List.of(text.value());
            case FactValue.Items items -> new ArrayList<>(items.values());
            case null, default -> List.of();
        };
    }
}

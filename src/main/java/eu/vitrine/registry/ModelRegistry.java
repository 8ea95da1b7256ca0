package eu.vitrine.registry;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records, for pages, endpoints and higher floors. Everybody signed in may read them; officers bring them in. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class ModelRegistry {

    private final RecordStore store;
    private final RecordRepository records;
    private final PartQuery parts;
    private final UseQuery uses;
    private final HeadReader heads;
    private final Import imports;
    private final IndexRebuild rebuild;
    private final CurrentActor current;
    private final VisibleRecords visible;

    ModelRegistry(RecordStore store, RecordRepository records, PartQuery parts, UseQuery uses, HeadReader heads,
            Import imports, IndexRebuild rebuild, CurrentActor current, VisibleRecords visible) {
        this.store = store;
        this.records = records;
        this.parts = parts;
        this.uses = uses;
        this.heads = heads;
        this.imports = imports;
        this.rebuild = rebuild;
        this.current = current;
        this.visible = visible;
    }

    /** All records of a kind by name. */
    public List<RecordName> all(Kind kind) {
        return records.findByKindOrderByNameAscSlugAsc(kind).stream().filter(visible::sees).map(KeptRecord::named).toList();
    }

    /** @throws NoSuchRecord if there is none */
    public ModelRecord model(String slug) {
        visible.check(Kind.MODEL, slug);
        var head = store.head(Kind.MODEL, slug);
        RecordFile file = head.content().file();
        var licences = file.licences().stream()
                .map(licence -> new ModelRecord.LicenceOfModel(named(licence), licence.facts().get(Content.ARTEFACTS))).toList();
        return new ModelRecord(head.summary(), slug, file.name(), file.version(), file.family(), file.model(),
                file.provider() == null ? null : named(file.provider()), licences, file.services().stream().map(this::named).toList(),
                file.findings(), file.indices(), file.opinions(), file.gaps(), file.recordWritten());
    }

    private RecordName named(Subject.Part part) {
        return records.findByKindAndSlug(part.kind(), part.slug()).map(KeptRecord::named)
                .orElseGet(() -> new RecordName(part.kind(), part.slug(), part.slug()));
    }

    /** @throws NoSuchRecord if there is none */
    public PartRecord provider(String slug) {
        return part(Kind.PROVIDER, slug);
    }

    /** @throws NoSuchRecord if there is none */
    public PartRecord licence(String slug) {
        return part(Kind.LICENCE, slug);
    }

    /** @throws NoSuchRecord if there is none */
    public PartRecord service(String slug) {
        return part(Kind.SERVICE, slug);
    }

    /** @throws NoSuchRecord if there is none */
    public OurRecord use(String slug) {
        visible.check(Kind.USE, slug);
        return our(store.head(Kind.USE, slug));
    }

    /** The record about ourselves; empty as long as nobody has entered it. */
    public Optional<OurRecord> organisation() {
        return store.organisation().map(ModelRegistry::our);
    }

    private static OurRecord our(RecordStore.Head head) {
        return new OurRecord(head.content().kind(), head.summary(), head.content().slug(), head.content().file().name(), head.content().facts());
    }

    /** Those of these records that are in the registry, by slug. */
    public Map<String, RecordName> named(Kind kind, Collection<String> slugs) {
        return records.findByKindAndSlugIn(kind, slugs).stream().filter(visible::sees).collect(Collectors.toMap(KeptRecord::slug, KeptRecord::named));
    }

    /** Our uses of a model, directly or through a service, or of a service; by name. */
    public List<RecordName> usesOf(Kind kind, String slug) {
        return uses.of(kind, slug);
    }

    private PartRecord part(Kind kind, String slug) {
        visible.check(kind, slug);
        var head = store.head(kind, slug);
        return new PartRecord(kind, head.summary(), slug, head.content().file().name(), head.content().facts(), parts.modelsOf(kind, slug));
    }

    /**
     * All revisions, newest first.
     *
     * @throws NoSuchRecord if there is no such record
     */
    public List<Revision> revisions(Kind kind, String slug) {
        visible.check(kind, slug);
        return store.history(store.record(kind, slug));
    }

    /** The bytes of a revision exactly as they were saved; empty where there is no such revision with that hash. */
    public Optional<byte[]> canonical(RevisionPin pin) {
        return visible.sees(pin.kind(), pin.slug()) ? store.bytes(pin) : Optional.empty();
    }

    /**
     * The model in the exchange format with all that is said of its provider, licences and services; what was imported comes
     * out with equal canonical bytes.
     *
     * @throws NoSuchRecord if there is none
     */
    public RecordFile record(String slug) {
        visible.check(Kind.MODEL, slug);
        return heads.whole(slug);
    }

    /**
     * A record in the exchange format: a model as {@link #record(String)} gives it, any other with its own facts alone.
     *
     * @throws NoSuchRecord if there is none
     */
    public RecordFile record(Kind kind, String slug) {
        visible.check(kind, slug);
        return kind == Kind.MODEL ? record(slug) : store.head(kind, slug).content().file();
    }

    /**
     * What an assessment of the model reads, from the head revisions of all records concerned.
     *
     * @throws NoSuchRecord if there is none
     */
    public PinnedSubject pin(String slug) {
        return pin(Kind.MODEL, slug);
    }

    /**
     * What an assessment of a record reads: of a use also its model, its service with the models embedded, and the organisation.
     *
     * @throws NoSuchRecord if there is none
     */
    public PinnedSubject pin(Kind kind, String slug) {
        visible.check(kind, slug);
        HeadReader.Gathered gathered = heads.of(kind, slug);
        return new PinnedSubject(Subjects.of(gathered.files()).getFirst(), gathered.pins(), gathered.files());
    }

    /**
     * What an assessment of a record would read if it, or a record that it refers to, said something else than its head does.
     *
     * @param of kind of the record that says something else
     * @param instead what it would say, in the shape in which {@link Edition} gives it
     * @throws NoSuchRecord if there is no such record
     */
    public Subject supposing(Kind kind, String slug, Kind of, RecordFile instead) {
        visible.check(kind, slug);
        return Subjects.of(heads.supposing(kind, slug, new Content(of, instead)).files()).getFirst();
    }

    /**
     * A pin whose record has moved on.
     *
     * @param now the present head
     */
    public record Moved(RevisionPin pinned, RevisionPin now) {}

    /** The pins whose records have moved on, in the order given. */
    public List<Moved> moved(List<RevisionPin> pins) {
        var moved = new ArrayList<Moved>();
        for (RevisionPin pin : pins) {
            RevisionPin now = present(pin);
            if (!now.equals(pin)) {
                moved.add(new Moved(pin, now));
            }
        }
        return List.copyOf(moved);
    }

    private RevisionPin present(RevisionPin pin) {
        var head = pin.kind() == Kind.ORGANISATION && pin.isNone() ? store.organisation().map(RecordStore.Head::pin) : store.headPin(pin.kind(), pin.slug());
        return head.orElseGet(() -> RevisionPin.ofNone(pin.kind(), pin.slug()));
    }

    /** How many records, of whatever kind, have a revision that was saved at this moment or later. */
    public int savedSince(Instant moment) {
        return store.savedSince(moment);
    }

    /**
     * Saves what record files say, all of it or nothing, as the person signed in.
     *
     * @return the revisions written; what was already so is not among them
     * @throws eu.vitrine.facts.InvalidFile when a file cannot be read, or two files say different things about one record
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public List<RevisionPin> importRecords(List<Source> files) {
        return imports.take(files, new RecordStore.Occasion(current.actor(), Revision.Origin.IMPORT, null));
    }

    /** Builds the index that lists are searched by anew from the head revisions; the answer of no page changes. */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void rebuildIndex() {
        rebuild.build();
    }
}

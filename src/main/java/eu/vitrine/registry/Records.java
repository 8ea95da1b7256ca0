package eu.vitrine.registry;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Unit;
import eu.vitrine.access.Units;
import eu.vitrine.audit.Actor;
import eu.vitrine.exchange.RecordDiff;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Single records and their revisions, to read and to write. Whoever writes says on which revision the change rests; a change
 * of something that moved on meanwhile is refused whole, so that nothing is ever overwritten unseen.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Records {

    private final RecordStore store;
    private final CurrentActor current;
    private final VisibleRecords visible;
    private final Units units;

    Records(RecordStore store, CurrentActor current, VisibleRecords visible, Units units) {
        this.store = store;
        this.current = current;
        this.visible = visible;
        this.units = units;
    }

    /** @throws NoSuchRecord if there is none */
    public Edition head(Kind kind, String slug) {
        visible.check(kind, slug);
        return edition(store.head(kind, slug));
    }

    /** The head, if there is such a record. */
    public Optional<Edition> find(Kind kind, String slug) {
        return visible.sees(kind, slug) ? store.find(kind, slug).map(Records::edition) : Optional.empty();
    }

    /** The one record about ourselves, if somebody has entered it. */
    public Optional<Edition> organisation() {
        return store.organisation().map(Records::edition);
    }

    /** @throws NoSuchRecord if there is no such record, or no such revision of it */
    public Edition revision(Kind kind, String slug, int number) {
        visible.check(kind, slug);
        return edition(store.revision(kind, slug, number));
    }

    private static Edition edition(RecordStore.Head head) {
        return new Edition(head.summary(), head.content().file());
    }

    /**
     * Which revision a fact of the head comes from: the one that last changed what is said about it.
     *
     * @return revisions by fact, only of what the head states
     * @throws NoSuchRecord if there is no such record
     */
    public Map<String, Revision> provenance(Kind kind, String slug) {
        visible.check(kind, slug);
        List<Revision> revisions = store.history(store.record(kind, slug));
        Edition later = revision(kind, slug, revisions.getFirst().pin().number());
        Set<String> open = new HashSet<>();
        later.facts().all().forEach(fact -> open.add(fact.id()));
        Map<String, Revision> found = new LinkedHashMap<>();
        for (int i = 1; i < revisions.size() && !open.isEmpty(); i++) {
            Edition earlier = revision(kind, slug, revisions.get(i).pin().number());
            for (RecordDiff.Changed changed : RecordDiff.facts(earlier.facts(), later.facts())) {
                if (open.remove(changed.id())) {
                    found.put(changed.id(), later.revision());
                }
            }
            later = earlier;
        }
        for (String id : open) {
            found.put(id, later.revision());
        }
        return found;
    }

    /**
     * Saves a record as the person signed in.
     *
     * @param origin how it came in
     * @param reason why, in the person's words, or null
     * @return the revision written; empty where the head says the same already
     * @throws StaleRevision if the record moved on since the revision named, or exists and should be new
     * @throws UnknownReference if a model names a provider, licence or service that is not there
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public Optional<RevisionPin> save(Saving saving, Revision.Origin origin, @Nullable String reason) {
        return saveAll(List.of(saving), origin, reason).stream().findFirst();
    }

    /**
     * Saves several records, all or none; what a model refers to may be among them, before it.
     *
     * @return the revisions written, in the order given; of records whose head says the same already there is none
     * @throws StaleRevision if one of the records moved on
     * @throws UnknownReference if a model names a provider, licence or service that is not there
     * @throws OneOrganisation if it would be a second organisation
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public List<RevisionPin> saveAll(List<Saving> savings, Revision.Origin origin, @Nullable String reason) {
        return saveAll(savings, origin, reason, pins -> {});
    }

    /**
     * The same.
     *
     * @param alsoKept stores in the same transaction what the caller keeps of the revisions written, before the audit log is kept from others
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public List<RevisionPin> saveAll(List<Saving> savings, Revision.Origin origin, @Nullable String reason, Consumer<List<RevisionPin>> alsoKept) {
        var contents = new ArrayList<Content>();
        var together = new HashSet<String>();
        savings.forEach(saving -> together.add(saving.kind().code() + " " + saving.file().slug()));
        for (Saving saving : savings) {
            if (saving.kind() == Kind.MODEL) {
                refersToKnown(saving.file(), together);
            }
            if (saving.kind() == Kind.ORGANISATION) {
                onlyOne(saving.file().slug());
            }
            store.expect(saving.kind(), saving.file().slug(), saving.expected());
            contents.add(saving.kind() == Kind.MODEL ? Content.ofModel(saving.file())
                    : Content.ofPart(saving.kind(), saving.file().slug(), saving.file().name(), saving.file().factsOf(saving.kind())));
            store.forget(contents.size() - 1);
        }
        return store.save(contents, new RecordStore.Occasion(current.actor(), origin, reason), alsoKept);
    }

    /**
     * Writes a judgement that one person made and the person signed in confirmed, or takes it back. Who made it stands for the revision; the
     * log names who confirmed it.
     *
     * @param judged the fact as it is to be; one about which nothing is said is left out of the record
     * @param author who made the judgement
     * @return the revision written; empty where the head says the same already
     * @throws NoSuchRecord if there is no such record
     * @throws StaleRevision if somebody saved the record in the same moment
     */
    @Transactional
    @PreAuthorize("hasRole('APPROVER')")
    public Optional<RevisionPin> judge(Kind kind, String slug, Fact judged, Actor author, String reason) {
        Edition head = head(kind, slug);
        store.expect(kind, slug, head.pin().number());
        RecordFile file = head.file().withFacts(kind, head.facts().and(Facts.of(List.of(judged))));
        Content content = kind == Kind.MODEL ? Content.ofModel(file) : Content.ofPart(kind, slug, file.name(), file.factsOf(kind));
        return store.save(List.of(content), new RecordStore.Occasion(author, current.actor(), Revision.Origin.DETERMINATION, reason)).stream().findFirst();
    }

    /**
     * Makes what an earlier revision said the head again, as a new revision.
     *
     * @param expected the head the person saw
     * @throws NoSuchRecord if there is no such record, or no such revision of it
     * @throws StaleRevision if the record moved on
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public Optional<RevisionPin> restore(Kind kind, String slug, int number, int expected, @Nullable String reason) {
        Edition earlier = revision(kind, slug, number);
        return save(new Saving(kind, earlier.file(), expected), Revision.Origin.RESTORE, reason);
    }

    /**
     * The unit whose people see a record; empty where all do.
     *
     * @throws NoSuchRecord if there is no such record
     */
    public Optional<Unit> unitOf(Kind kind, String slug) {
        visible.check(kind, slug);
        return Optional.ofNullable(store.record(kind, slug).unit()).flatMap(units::find);
    }

    /**
     * Lets the people of a unit see a record and nobody else, or everybody.
     *
     * @param unit short name of one of the caller's own units; null for all
     * @throws NoSuchRecord if there is no such record
     * @throws IllegalArgumentException if records of this kind are shared, or the unit is not one of the caller's
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void moveTo(Kind kind, String slug, @Nullable String unit) {
        visible.check(kind, slug);
        if (!VisibleRecords.OF_UNITS.contains(kind) || unit != null && units.own().stream().noneMatch(own -> own.slug().equals(unit))) {
            throw new IllegalArgumentException("A " + kind.code() + " cannot be given to the unit \"" + unit + "\".");
        }
        store.move(store.record(kind, slug), unit, new RecordStore.Occasion(current.actor(), Revision.Origin.FORM, null));
    }

    private void onlyOne(String slug) {
        store.organisation().map(head -> head.content().slug()).filter(other -> !other.equals(slug)).ifPresent(other -> {
            throw new OneOrganisation(other);
        });
    }

    private void refersToKnown(RecordFile model, Set<String> together) {
        var parts = new ArrayList<Subject.Part>(model.licences());
        parts.addAll(model.services());
        if (model.provider() != null) {
            parts.add(model.provider());
        }
        for (Subject.Part part : parts) {
            boolean saved = together.contains(part.kind().code() + " " + part.slug());
            if (!saved && store.headPin(part.kind(), part.slug()).isEmpty()) {
                throw new UnknownReference(model.slug(), part.kind(), part.slug());
            }
        }
    }
}

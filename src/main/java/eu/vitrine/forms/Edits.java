package eu.vitrine.forms;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Plausibility;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Editing of records: what the drafts of a person come to, merged with what others saved meanwhile, and the one save that makes
 * a revision of it. Drafts go only together with the revision that holds them.
 */
@Service
@PreAuthorize("hasRole('OFFICER')")
class Edits {

    private static final int MOST_ATTEMPTS = 8;

    private final Records records;
    private final Drafts drafts;
    private final FormPages pages;
    private final IdentityForm identities;
    private final Plausibility plausibility;
    private final RecordReader reader;
    private final DatesInWords dates;
    private final TransactionOperations transactions;
    private final ArchivedBytes archived;

    Edits(Records records, Drafts drafts, FormPages pages, IdentityForm identities, Plausibility plausibility, Vocabulary vocabulary, DatesInWords dates,
            TransactionOperations transactions, ArchivedBytes archived) {
        this.records = records;
        this.drafts = drafts;
        this.pages = pages;
        this.identities = identities;
        this.plausibility = plausibility;
        this.reader = RecordReader.ofKept(vocabulary);
        this.dates = dates;
        this.transactions = transactions;
        this.archived = archived;
    }

    /** What the drafts of the person change in a record as it is now. */
    Changes changes(Kind kind, String slug) {
        Edition head = records.head(kind, slug);
        var editions = new HashMap<Integer, Edition>(Map.of(head.pin().number(), head));
        List<Draft> own = drafts.of(kind, slug);
        var facts = new ArrayList<Change>();
        var wrong = new LinkedHashMap<FormPage, FormErrors>();
        Changes.NameChange name = null;
        for (FormPage page : pages.of(kind)) {
            Draft draft = own.stream().filter(one -> one.page().equals(page.id())).findFirst().orElse(null);
            if (draft == null) {
                continue;
            }
            Edition before = editions.computeIfAbsent(draft.restsOn(), number -> records.revision(kind, slug, number));
            var errors = new FormErrors();
            if (page.isName()) {
                Identity was = Identity.of(before.file());
                name = new Changes.NameChange(was, identities.read(kind, draft.input(), was, errors), Identity.of(head.file()));
            } else {
                PageAnswers answers = PageAnswers.of(page, draft.input(), before.facts(), dates.today(), archived);
                errors = answers.errors();
                answers.changed().forEach(mine -> facts.add(change(page, mine, before, head)));
            }
            if (errors.any()) {
                wrong.put(page, errors);
            }
        }
        Changes all = new Changes(head, own, facts, name, wrong);
        Facts merged = all.merged(Set.of());
        List<Change> asked = facts.stream().filter(change -> asks(change.declared(), merged)).toList();
        return new Changes(head, own, asked, name, wrong);
    }

    private static Change change(FormPage page, Fact mine, Edition before, Edition head) {
        FactDeclaration declared = page.facts().stream().filter(fact -> fact.id().equals(mine.id())).findFirst().orElseThrow();
        return new Change(declared, page, before.facts().get(mine.id()), mine, head.facts().get(mine.id()));
    }

    /** Whether asking for a fact makes sense, or may make sense. */
    boolean asks(FactDeclaration declared, Facts facts) {
        return plausibility.asks(declared, facts, dates.today()).orElse(true);
    }

    /** The facts among these that contradict others, as the vocabulary says. */
    List<FactDeclaration> contradictions(List<FactDeclaration> declared, Facts facts) {
        return declared.stream().filter(fact -> fact.check() != null && !plausibility.fits(fact, facts, dates.today()).orElse(true)).toList();
    }

    /**
     * Saves what the drafts say as one revision.
     *
     * @param changes as the person saw them
     * @param theirs of what is in conflict, that for which the record's own answer stands
     * @return the number of the revision; empty where nothing has changed
     * @throws StaleRevision if somebody saved the record since; the drafts are all still there
     * @throws InvalidFile if the record could not be read again, which is refused before anything is written
     */
    Optional<Integer> save(Changes changes, Set<String> theirs, @Nullable String reason) {
        Edition head = changes.head();
        Kind kind = head.pin().kind();
        RecordFile file = changes.identity(theirs).on(kind, head.file().withFacts(kind, changes.merged(theirs)));
        var savings = new ArrayList<Saving>();
        if (changes.name() != null) {
            Identity kept = Identity.of(file);
            changes.name().typed().registered().stream().filter(fresh -> refersTo(kept, fresh.file().slug())).forEach(savings::add);
        }
        savings.add(new Saving(kind, readable(file), head.pin().number()));
        Revision.Origin origin = changes.movedOn() ? Revision.Origin.MERGE : Revision.Origin.FORM;
        return atOnce(() -> {
            var pins = records.saveAll(savings, origin, reason);
            drafts.settle(kind, head.pin().slug(), changes.drafts());
            return pins.stream().filter(pin -> pin.kind() == kind && pin.slug().equals(head.pin().slug())).map(pin -> pin.number()).findFirst();
        });
    }

    /**
     * Does it in one transaction. Where another one took the same revision number at the same moment nothing was saved; a further
     * try sees what the other saved, and says that the record moved on.
     */
    private <T> T atOnce(Supplier<T> save) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(status -> save.get());
            } catch (DataIntegrityViolationException | ConcurrencyFailureException collision) {
                if (attempt == MOST_ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }

    private static boolean refersTo(Identity identity, String slug) {
        return slug.equals(identity.provider()) || identity.services().contains(slug)
                || identity.licences().stream().anyMatch(licence -> licence.slug().equals(slug));
    }

    /** Registers a record, together with those it refers to and that are new as well. */
    void register(Kind kind, RecordFile file, IdentityForm.Typed typed) {
        var savings = new ArrayList<>(typed.registered());
        savings.add(new Saving(kind, readable(file), 0));
        atOnce(() -> records.saveAll(savings, Revision.Origin.FORM, null));
    }

    /** Saves one fact of a record at once. */
    Optional<Integer> save(Edition head, Fact fact, String reason) {
        Kind kind = head.pin().kind();
        RecordFile file = head.file().withFacts(kind, head.facts().and(Facts.of(List.of(fact))));
        return atOnce(() -> records.save(new Saving(kind, readable(file), head.pin().number()), Revision.Origin.FORM, reason)).map(pin -> pin.number());
    }

    /** The last safeguard: what cannot be read again is not written. */
    private RecordFile readable(RecordFile file) {
        Reading reading = reader.read(List.of(new Source(file.slug(), file.canonical())));
        if (!reading.problems().isEmpty()) {
            throw new InvalidFile(reading.problems());
        }
        return file;
    }
}

package eu.vitrine.censorship;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review.Status;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.VisibleRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Findings about behaviour. Officers write them; a person who wrote none of what a finding says now reviews it; every act is a
 * version that stays. Whoever may see the model may read them.
 */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Findings {

    private final FindingStore store;
    private final Records records;
    private final VisibleRecords visible;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final EvidenceOfFindings attached;
    private final Clock clock;

    Findings(FindingStore store, Records records, VisibleRecords visible, AuditTrail trail, CurrentActor current, EvidenceOfFindings attached, Clock clock) {
        this.store = store;
        this.records = records;
        this.visible = visible;
        this.trail = trail;
        this.current = current;
        this.attached = attached;
        this.clock = clock;
    }

    /** All findings of a family about a model, oldest first; those withdrawn and superseded among them. */
    public List<BehaviourFinding> of(String model, PublishedFinding.Family family) {
        visible.check(Kind.MODEL, model);
        return store.of(model, family);
    }

    /** Findings of one status over all models that the person may know of, oldest first, at most so many. */
    public List<BehaviourFinding> withStatus(Status status, int most) {
        return store.withStatus(status, visible.and("'model'", "f.model_slug"), visible.units(), most);
    }

    /** @throws NoSuchFinding if there is none of that identity */
    public BehaviourFinding one(UUID id) {
        return store.find(id).filter(found -> visible.sees(Kind.MODEL, found.model())).orElseThrow(() -> new NoSuchFinding(id));
    }

    /**
     * Adds a draft.
     *
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such model
     * @throws FindingRefused if the kind of source may not carry what is said
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public UUID add(String model, Statement said) {
        records.head(Kind.MODEL, model);
        check(said);
        UUID id = store.add(model, confirmed(said, null), null, occasion(null));
        attached.attach(id, said.evidence());
        record(id, model, "finding.added", 1, null);
        return id;
    }

    /**
     * Changes what a finding says; it becomes a draft again.
     *
     * @param expected the version the person saw
     * @throws FindingRefused if somebody changed it meanwhile, it no longer stands, or the kind of source may not carry what is said
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void revise(UUID id, int expected, Statement said, @Nullable String reason) {
        BehaviourFinding before = standing(id);
        check(said);
        advance(before, expected, confirmed(said, before.said()), Status.DRAFT, null, "finding.revised", reason);
        attached.attach(id, said.evidence());
    }

    /** Figures belong to studies; whoever enters "exactly this build" stands for it by name. */
    private static void check(Statement said) {
        boolean figures = said.value() != null || said.n() != null;
        if (figures && said.kind() != PublishedFinding.FindingKind.EXTERNAL_STUDY) {
            throw new FindingRefused("censorship.refused.figures", "Only a study carries figures; one observation is an example and no rate.");
        }
    }

    private Statement confirmed(Statement said, @Nullable Statement before) {
        if (said.applicability() != PublishedFinding.Applicability.EXACT_BUILD) {
            return said.about(said.applicability(), null);
        }
        boolean already = before != null && before.isOfThisBuild() && java.util.Objects.equals(before.testedModel(), said.testedModel());
        return said.about(said.applicability(), already && before != null ? before.confirmedBy() : said.confirmedBy() == null ? null : current.actor().name());
    }

    /**
     * A second person read it and stands for it.
     *
     * @throws FindingRefused if the person wrote part of what it says, something needed is missing, or it was changed meanwhile
     */
    @Transactional
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER')")
    public void review(UUID id, int expected) {
        BehaviourFinding before = standing(id);
        if (before.writers().contains(current.actor().id())) {
            throw new FindingRefused("censorship.refused.own", "Nobody reviews what they wrote themselves; ask a second person.");
        }
        if (!before.said().missing().isEmpty()) {
            throw new FindingRefused("censorship.refused.incomplete", "Something is missing that a reviewer needs: "
                    + String.join(", ", before.said().missing().stream().map(key -> key.substring(key.lastIndexOf('.') + 1)).toList()) + ".");
        }
        advance(before, expected, before.said(), Status.REVIEWED, null, "finding.reviewed", null);
    }

    /**
     * Somebody doubts it.
     *
     * @param reason not blank
     */
    @Transactional
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR')")
    public void dispute(UUID id, int expected, String reason) {
        BehaviourFinding before = standing(id);
        advance(before, expected, before.said(), Status.DISPUTED, null, "finding.disputed", reason);
    }

    /**
     * Nobody stands for it any longer; it stays with the reason.
     *
     * @param reason not blank
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void withdraw(UUID id, int expected, String reason) {
        BehaviourFinding before = standing(id);
        advance(before, expected, before.said(), Status.WITHDRAWN, null, "finding.withdrawn", reason);
    }

    /**
     * Another finding about the same model says it better.
     *
     * @throws FindingRefused if the other is about another model, is this one, or no longer stands
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void supersede(UUID id, int expected, UUID by, @Nullable String reason) {
        BehaviourFinding before = standing(id);
        BehaviourFinding other = standing(by);
        if (other.id().equals(before.id()) || !other.model().equals(before.model())) {
            throw new FindingRefused("censorship.refused.successor", "A finding is superseded by another one about the same model.");
        }
        advance(before, expected, before.said(), Status.SUPERSEDED, by, "finding.superseded", reason);
    }

    private BehaviourFinding standing(UUID id) {
        BehaviourFinding found = one(id);
        if (!found.status().stands()) {
            throw new FindingRefused("censorship.refused.closed", "The finding was withdrawn or superseded and is kept as it is.");
        }
        return found;
    }

    private void advance(BehaviourFinding before, int expected, Statement said, Status status, @Nullable UUID successor, String action, @Nullable String reason) {
        if (before.version() != expected || !store.advance(before.id(), expected, said, status, successor, occasion(reason))) {
            throw new FindingRefused("censorship.refused.moved", "Somebody changed the finding since you read it; read it again.");
        }
        record(before.id(), before.model(), action, expected + 1, reason);
    }

    private FindingStore.Occasion occasion(@Nullable String reason) {
        return new FindingStore.Occasion(current.actor(), now(), reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(UUID id, String model, String action, int version, @Nullable String reason) {
        trail.record(AuditEntry.of(current.actor(), action, new AuditEntry.Subject("finding", id.toString(), (long) version))
                .because(reason).with("model", model));
    }
}

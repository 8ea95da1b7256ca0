package eu.vitrine.approval;

import eu.vitrine.assessment.ChangesSince;
import eu.vitrine.assessment.Moved;
import eu.vitrine.assessment.NotAsStored;
import eu.vitrine.assessment.Since;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.VisibleRecords;
import eu.vitrine.web.DatesInWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The procurement answer, derived from decisions, records and the clock each time it is asked; the one place that does. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Verdicts {

    private final ApprovalStore store;
    private final ChangesSince changes;
    private final ModelRegistry registry;
    private final VisibleRecords visible;
    private final DatesInWords dates;

    Verdicts(ApprovalStore store, ChangesSince changes, ModelRegistry registry, VisibleRecords visible, DatesInWords dates) {
        this.store = store;
        this.changes = changes;
        this.registry = registry;
        this.visible = visible;
        this.dates = dates;
    }

    /** @throws eu.vitrine.registry.NoSuchRecord if there is no such use that the person may know of */
    public Verdict of(String use) {
        RecordName name = new RecordName(Kind.USE, use, registry.use(use).name());
        Integer open = store.open(use).orElse(null);
        return store.standing(use).map(standing -> of(name, standing, open))
                .orElseGet(() -> new Verdict(name, Verdict.Word.NOT_DECIDED_YET, null, List.of(), List.of(), open));
    }

    /** Of each use of a model, directly or through a service, that the person may know of; by name. */
    public List<Verdict> ofUsesOf(Kind kind, String slug) {
        visible.check(kind, slug);
        return registry.usesOf(kind, slug).stream().map(use -> of(use.slug())).toList();
    }

    private Verdict of(RecordName use, ApprovalRequest standing, @Nullable Integer open) {
        Decision decision = Objects.requireNonNull(standing.decision());
        Since since = since(standing, decision);
        return new Verdict(use, word(decision, since, dates.today()), standing, since.material(), since.other(), open);
    }

    /** An approval ends with its last day; what has changed matters only to one that still holds. */
    private static Verdict.Word word(Decision decision, Since since, LocalDate today) {
        if (decision.kind() == Decision.Kind.REJECT) {
            return Verdict.Word.MUST_NOT_BE_USED;
        }
        if (decision.withdrawn() != null) {
            return Verdict.Word.WITHDRAWN;
        }
        if (today.isAfter(Objects.requireNonNull(decision.validUntil()))) {
            return Verdict.Word.EXPIRED;
        }
        if (!since.material().isEmpty()) {
            return Verdict.Word.NOT_DECIDED_YET;
        }
        return decision.conditions().isEmpty() ? Verdict.Word.MAY_BE_USED : Verdict.Word.WITH_CONDITIONS;
    }

    private Since since(ApprovalRequest standing, Decision decision) {
        var material = new ArrayList<Moved>();
        var other = new ArrayList<Moved>();
        for (BasisLine line : standing.basis()) {
            try {
                Since since = changes.of(line.kind(), line.slug(), line.number(), decision.at());
                material.addAll(since.material());
                other.addAll(since.other());
            } catch (NotAsStored e) {
                material.add(new Moved("approval.not-as-stored", List.of(line.slug(), line.number())));
            }
        }
        return new Since(distinct(material), distinct(other));
    }

    /** Two assessments may have read the same record. */
    private static List<Moved> distinct(List<Moved> moved) {
        return Stream.of(moved).flatMap(List::stream).distinct().toList();
    }
}

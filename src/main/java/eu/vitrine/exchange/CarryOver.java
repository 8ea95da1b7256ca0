package eu.vitrine.exchange;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of a new version of a model, begun from that of an earlier one. What each version has of its own is left open, as
 * the vocabulary declares; so are judgements and what others measured, because both are about the version they looked at.
 *
 * @param file the new record
 * @param stale facts taken over whose source was last seen longer ago than the vocabulary allows, in its order
 * @param open facts that the earlier record states and the new version has of its own, in the order of the vocabulary
 */
public record CarryOver(RecordFile file, List<FactDeclaration> stale, List<FactDeclaration> open) {

    private static final String LIFECYCLE_OF = Subjects.LIFECYCLE_OF;
    private static final String NEW_RUN = "model.new_pretraining_run";

    public CarryOver {
        stale = List.copyOf(stale);
        open = List.copyOf(open);
    }

    /** Whether a new version comes from the pre-training run of the earlier one. */
    public enum Run { SAME, NEW, NOT_KNOWN }

    /**
     * Begins a record.
     *
     * @param earlier the record of the earlier version
     * @param slug short name of the new record
     * @param run whether both come from the same large pre-training run
     * @param today the day by which sources are stale
     */
    public static CarryOver of(RecordFile earlier, String slug, String name, @Nullable String version, Run run, Vocabulary vocabulary, LocalDate today) {
        List<Fact> carried = new ArrayList<>();
        List<FactDeclaration> stale = new ArrayList<>();
        List<FactDeclaration> open = new ArrayList<>();
        for (Fact fact : earlier.model().all()) {
            FactDeclaration declared = vocabulary.get(fact.id());
            if (declared.ofVersion() || declared.judgement()) {
                open.add(declared);
            } else {
                carried.add(fact);
                if (isToConfirm(fact.claim(), declared, today)) {
                    stale.add(declared);
                }
            }
        }
        if (run == Run.SAME) {
            String root = earlier.model().get(LIFECYCLE_OF).claim().value() instanceof FactValue.Text(String first) ? first : earlier.slug();
            carried.add(new Fact(LIFECYCLE_OF, Claim.of(new FactValue.Text(root)), List.of()));
        }
        if (run != Run.NOT_KNOWN) {
            carried.add(new Fact(NEW_RUN, Claim.of(new FactValue.Truth(run == Run.NEW)), List.of()));
        }
        RecordFile file = new RecordFile(RecordFile.Shape.CATALOGUE, slug, name, version, earlier.family(), Facts.none(), earlier.provider(), earlier.licences(),
                earlier.services(), Facts.none(), Facts.none(), List.of(), List.of(), List.of(), List.of(), null)
                .withFacts(Kind.MODEL, Facts.of(carried));
        return new CarryOver(file, sorted(stale), sorted(open));
    }

    private static List<FactDeclaration> sorted(List<FactDeclaration> declared) {
        return declared.stream().sorted(Comparator.comparingInt(FactDeclaration::index)).toList();
    }

    /** Whether a claim on a fact that ages is to be looked up again: it is stale, or nobody knows when its source was last seen. */
    public static boolean isToConfirm(Claim claim, FactDeclaration declared, LocalDate today) {
        return claim.state() != State.UNKNOWN && declared.staleAfterDays() != null
                && (claim.lookedOn() == null || declared.isStale(claim, today));
    }

    /** The facts with those of these ids marked as seen again on a day; a search that found nothing counts as repeated. */
    public static Facts seenAgain(Facts facts, Collection<String> ids, LocalDate on, String by) {
        return Facts.of(facts.all().stream().map(fact -> ids.contains(fact.id())
                ? new Fact(fact.id(), seenAgain(fact.claim(), on, by), fact.also(), fact.chosenBecause()) : fact).toList());
    }

    private static Claim seenAgain(Claim claim, LocalDate on, String by) {
        if (claim.state() != State.ABSENT || claim.searched() == null) {
            return claim.checked(Day.of(on));
        }
        var again = new Claim.Search(claim.searched().where(), Day.of(on), by);
        return new Claim(State.ABSENT, null, Completeness.NOT_KNOWN, claim.sourceUrl(), claim.asOf(), claim.note(), again, claim.tier(), null, claim.evidence());
    }
}

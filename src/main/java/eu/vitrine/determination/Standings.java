package eu.vitrine.determination;

import eu.vitrine.assessment.ChangesSince;
import eu.vitrine.assessment.Moved;
import eu.vitrine.assessment.NotAsStored;
import eu.vitrine.evidence.Evidence;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.Records;
import eu.vitrine.web.DatesInWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Derives how determinations stand now; nothing of it is stored. */
@Component
class Standings {

    private final DeterminationStore store;
    private final ChangesSince changes;
    private final Records records;
    private final Evidence evidence;
    private final Vocabulary vocabulary;
    private final DatesInWords dates;

    Standings(DeterminationStore store, ChangesSince changes, Records records, Evidence evidence, Vocabulary vocabulary, DatesInWords dates) {
        this.store = store;
        this.changes = changes;
        this.records = records;
        this.evidence = evidence;
        this.vocabulary = vocabulary;
        this.dates = dates;
    }

    Standing of(Determination one) {
        List<Determination> confirmed = confirmed(one);
        boolean superseded = one.state() == Determination.State.CONFIRMED && confirmed.stream()
                .anyMatch(other -> other.isAboutTheSameAs(one) && Objects.requireNonNull(other.decision()).at().isAfter(Objects.requireNonNull(one.decision()).at()));
        boolean asked = one.isOpen() || one.state() == Determination.State.CONFIRMED && !superseded;
        return new Standing(one, superseded, asked ? lapsed(one, confirmed) : List.of());
    }

    private List<Determination> confirmed(Determination one) {
        return store.of(one.kind(), one.slug()).stream().filter(other -> other.state() == Determination.State.CONFIRMED && other.policy().equals(one.policy())).toList();
    }

    private List<Moved> lapsed(Determination one, List<Determination> confirmed) {
        var lapsed = new ArrayList<Moved>();
        Conclusion conclusion = one.conclusion();
        if (dates.today().isAfter(conclusion.validUntil())) {
            lapsed.add(new Moved("determination.lapsed.day", List.of(dates.day(conclusion.validUntil()))));
        }
        Instant relied = one.decision() == null ? one.at() : one.decision().at();
        lapsed.addAll(moved(one, confirmed, relied));
        if (one.state() == Determination.State.CONFIRMED && written(one).isPresent() && !stillSays(one)) {
            lapsed.add(new Moved("determination.lapsed.fact", List.of(label(written(one).get()))));
        }
        conclusion.sources().stream().filter(Claim::isEvidence).flatMap(sha256 -> evidence.doubt(sha256, relied).stream()).distinct()
                .map(doubt -> new Moved("determination.lapsed.source." + doubt.name().toLowerCase(java.util.Locale.ROOT), List.of())).forEach(lapsed::add);
        return lapsed;
    }

    private List<Moved> moved(Determination one, List<Determination> confirmed, Instant relied) {
        try {
            return changes.ofAnswer(one.kind(), one.slug(), one.assessment(), one.policy(), but(one.conclusion(), confirmed), relied);
        } catch (NotAsStored e) {
            return List.of(new Moved("determination.lapsed.assessment", List.of(one.assessment())));
        }
    }

    /**
     * What changed because it was determined is no change of what a determination rests on; one that only stands beside the answer rests on
     * those facts too.
     */
    private static Set<String> but(Conclusion conclusion, List<Determination> confirmed) {
        return conclusion.fact() == null ? Set.of()
                : Stream.concat(Stream.of(conclusion), confirmed.stream().map(Determination::conclusion)).flatMap(one -> Stream.ofNullable(one.fact()))
                        .map(Conclusion.Judged::fact).collect(Collectors.toSet());
    }

    private static Optional<Conclusion.Judged> written(Determination one) {
        return Optional.ofNullable(one.conclusion().fact());
    }

    /** Whether the record holds the judgement as it was determined. */
    boolean stillSays(Determination one) {
        return written(one).filter(fact -> records.find(fact.kind(), fact.slug()).map(Edition::facts)
                .map(facts -> facts.get(fact.fact()).claim().value())
                .filter(value -> vocabulary.find(fact.fact()).filter(declared -> value.equals(Offer.value(declared, one.conclusion().code()))).isPresent()).isPresent()).isPresent();
    }

    private String label(Conclusion.Judged fact) {
        return vocabulary.find(fact.fact()).map(FactDeclaration::label).orElse(fact.fact());
    }
}

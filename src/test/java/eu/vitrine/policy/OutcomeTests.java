package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Facts;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The words, dates and counts that are derived from the four answers and the facts. */
class OutcomeTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Property
    void applicability_that_is_not_sure_is_the_word_whatever_else_is_known(
            @ForAll Answers.Applicability applies, @ForAll Answers.Due due, @ForAll Answers.Evidence evidence) {
        Outcome outcome = answers(applies, due, evidence).outcome();

        switch (applies) {
            case NOT_APPLICABLE -> assertThat(outcome).isEqualTo(Outcome.NOT_APPLICABLE);
            case EXEMPT -> assertThat(outcome).isEqualTo(Outcome.EXEMPT);
            case CANNOT_DETERMINE -> assertThat(outcome).isEqualTo(Outcome.CANNOT_DETERMINE);
            case APPLIES -> assertThat(outcome).isNotIn(Outcome.NOT_APPLICABLE, Outcome.EXEMPT);
        }
    }

    @Property
    void met_is_said_only_of_what_is_shown_and_not_met_only_of_what_is_due(@ForAll Answers.Due due, @ForAll Answers.Evidence evidence) {
        Outcome outcome = answers(Answers.Applicability.APPLIES, due, evidence).outcome();

        assertThat(outcome == Outcome.MET).isEqualTo(evidence == Answers.Evidence.MET);
        if (outcome == Outcome.NOT_MET || outcome == Outcome.PARTLY_MET || outcome == Outcome.NO_EVIDENCE) {
            assertThat(due).isEqualTo(Answers.Due.DUE);
        }
        if (due == Answers.Due.UNKNOWN && evidence != Answers.Evidence.MET) {
            assertThat(outcome).isEqualTo(Outcome.CANNOT_DETERMINE);
        }
    }

    @Property(tries = 60)
    void the_outlook_names_days_to_come_and_the_score_that_those_days_give(
            @ForAll @IntRange(max = 27) int which, @ForAll @IntRange(min = 0, max = 1500) int days) throws IOException {
        Subject subject = PreparedTests.catalogue(SET).get(which);
        LocalDate asOf = LocalDate.of(2024, 8, 1).plusDays(days);
        Evaluation evaluation = SET.evaluate(subject, asOf);

        assertThat(evaluation.outlook()).extracting(OutlookDate::date).isSorted().doesNotHaveDuplicates().allMatch(date -> date.isAfter(asOf));
        for (OutlookDate date : evaluation.outlook()) {
            assertThat(date.becomesDue().size() + date.becomesEnforceable().size()).isPositive();
            assertThat(date.score()).isEqualTo(SET.evaluate(subject, date.date()).score());
        }
    }

    @Property(tries = 100)
    void disclosure_counts_every_fact_of_the_maker_once(@ForAll @IntRange(max = 27) int which, @ForAll long seed) throws IOException {
        Subject whole = PreparedTests.catalogue(SET).get(which);
        Subject subject = keeping(whole, new java.util.Random(seed));
        Disclosure disclosure = SET.evaluate(subject, DAY).disclosure();
        long counted = SET.vocabulary().facts().stream().filter(OutcomeTests::counts)
                .filter(fact -> subject.facts().get(fact.id()).state() != eu.vitrine.facts.State.NOT_APPLICABLE).count();

        assertThat(disclosure.disclosed() + disclosure.withheld() + disclosure.notFound()).isEqualTo(disclosure.lookedFor());
        assertThat(disclosure.lookedFor() + disclosure.notLookedFor()).isEqualTo((int) counted);
        assertThat(disclosure.disclosed()).isLessThanOrEqualTo(SET.evaluate(whole, DAY).disclosure().disclosed());
    }

    @Test
    void every_outcome_has_a_word_of_its_own() {
        assertThat(Outcome.values()).extracting(Outcome::words).doesNotHaveDuplicates().allMatch(words -> !words.isBlank());
    }

    private static boolean counts(FactDeclaration fact) {
        return (fact.kind() == Kind.MODEL || fact.kind() == Kind.PROVIDER) && !fact.judgement()
                && fact.knownBy() != FactDeclaration.KnownBy.US;
    }

    private static Subject keeping(Subject subject, java.util.Random random) {
        List<eu.vitrine.facts.Fact> kept = new ArrayList<>();
        subject.facts().all().forEach(fact -> {
            if (random.nextInt(3) > 0) {
                kept.add(fact);
            }
        });
        return new Subject(subject.slug(), subject.name(), subject.version(), subject.stated(), Facts.of(kept), subject.licences(),
                subject.services(), subject.lifecycle());
    }

    private static Answers answers(Answers.Applicability applies, Answers.Due due, Answers.Evidence evidence) {
        boolean binds = applies == Answers.Applicability.APPLIES || applies == Answers.Applicability.CANNOT_DETERMINE;
        @Nullable EvidenceReason reason = evidence == Answers.Evidence.NO_EVIDENCE ? EvidenceReason.NOT_LOOKED : null;
        return new Answers(applies, null, binds ? due : null, null, binds ? evidence : null, binds ? reason : null,
                binds ? Answers.Enforceable.UNKNOWN : null, null);
    }
}

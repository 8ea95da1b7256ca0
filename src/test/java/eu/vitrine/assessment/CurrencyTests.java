package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Kind;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RevisionPin;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrencyTests {

    private static final PolicySet.Identity SET = new PolicySet.Identity("1.0.0", "acts", "rules", "text");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private static RevisionPin licence(int number) {
        return new RevisionPin(Kind.LICENCE, "mit", number, Integer.toString(number).repeat(64));
    }

    @Test
    void an_assessment_whose_inputs_stand_is_current() {
        assertThat(Currency.of(List.of(), SET, SET, TODAY.plusDays(1), TODAY)).isEmpty();
    }

    @Test
    void a_record_that_moved_is_named_with_both_revisions() {
        assertThat(Currency.of(List.of(new ModelRegistry.Moved(licence(1), licence(3))), SET, SET, null, TODAY))
                .containsExactly(new Moved("assessment.moved.licence", List.of("mit", 1, 3)));
    }

    @Test
    void a_record_that_was_missing_and_came_is_named() {
        RevisionPin none = new RevisionPin(Kind.MODEL, "v3", 0, "0".repeat(64));
        RevisionPin now = new RevisionPin(Kind.MODEL, "v3", 1, "1".repeat(64));
        assertThat(Currency.of(List.of(new ModelRegistry.Moved(none, now)), SET, SET, null, TODAY))
                .containsExactly(new Moved("assessment.moved.found.model", List.of("v3")));
    }

    @Test
    void changed_rules_are_told_apart_from_changed_wording() {
        PolicySet.Identity rules = new PolicySet.Identity("1.1.0", "acts", "other", "other");
        PolicySet.Identity wording = new PolicySet.Identity("1.0.0", "acts", "rules", "other");
        assertThat(Currency.of(List.of(), SET, rules, null, TODAY)).containsExactly(new Moved("assessment.moved.rules", List.of("1.0.0", "1.1.0")));
        assertThat(Currency.of(List.of(), SET, wording, null, TODAY)).containsExactly(new Moved("assessment.moved.wording", List.of()));
    }

    @Test
    void the_day_on_which_a_finding_changes_makes_it_out_of_date_on_that_day_and_not_before() {
        assertThat(Currency.of(List.of(), SET, SET, TODAY.plusDays(1), TODAY)).isEmpty();
        assertThat(Currency.of(List.of(), SET, SET, TODAY, TODAY)).containsExactly(new Moved("assessment.moved.day", List.of("25 November 2026")));
    }
}

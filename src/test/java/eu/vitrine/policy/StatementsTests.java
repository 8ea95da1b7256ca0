package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How conditions read. */
class StatementsTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            model.generality == 'broad'                          | Generality (Narrow task) is “Wide range of tasks”
            model.generality != 'broad'                          | Generality (Narrow task) is not “Wide range of tasks”
            !(model.generality == 'broad')                       | Generality (Narrow task) is not “Wide range of tasks”
            certain(model.generality == 'broad')                 | Generality (Narrow task) is known to be “Wide range of tasks”
            !certain(model.generality == 'broad')                | Generality (Narrow task) is not known to be “Wide range of tasks”
            known(model.generality) && model.generality == 'broad' | Generality (Narrow task) is known to be “Wide range of tasks”
            !known(model.summary.url)                            | Public summary is not recorded (not known)
            state(model.summary.url) == 'absent'                 | Public summary was searched for in vain (not known)
            conflict(model.summary.url)                          | Sources disagree on Public summary (not known)
            licence.grants.use                                   | Right to use (yes) is “yes”
            model.summary.on_template == false                   | Follows the template (not known) is “no”
            model.training.compute > 2e24                        | Training compute (3 × 10²⁴ FLOP, according to Epoch AI) is more than 2 × 10²⁴
            !(model.training.compute > 2e24)                     | Training compute (3 × 10²⁴ FLOP, according to Epoch AI) is at most 2 × 10²⁴
            model.training.compute >= 2e24                       | Training compute (3 × 10²⁴ FLOP, according to Epoch AI) is at least 2 × 10²⁴
            model.release.first_public_date <= asOf              | First made public (20 January 2025) is on or before the day for which the law is read (25 November 2026)
            model.release.first_public_date > asOf               | First made public (20 January 2025) is after the day for which the law is read (25 November 2026)
            provider.country in ['FR', 'DE']                     | Country of the seat (CN) is one of “FR” or “DE”
            !('text' in model.modalities.output)                 | “Text” is not among Output modalities (Text)
            model.modalities.output.exists(m, m == 'image')      | For at least one entry of Output modalities (Text), the entry is “Image”
            size(model.modalities.output) > 1                    | The number of entries in Output modalities (Text) is more than 1
            is['CLS-1'] == 'YES'                                 | The answer to “Compute and output indicate a general-purpose AI model” (yes) is “yes”
            model.lifecycle_of != slug                           | First version of the same run (not known) is not this record itself
            """)
    void a_condition_reads_as_a_sentence_with_what_is_recorded(String condition, String sentence) throws InvalidCondition {
        assertThat(statement(condition).sentence().text()).isEqualTo(sentence);
    }

    @Test
    void a_figure_of_the_law_stands_with_its_label_and_source() throws InvalidCondition {
        assertThat(statement("model.release.first_public_date < law.chapter_v_applies").sentence().text()).isEqualTo(
                "First made public (20 January 2025) is before 2 August 2025 (first day on which the duties for general-purpose AI models apply;"
                        + " Regulation (EU) 2024/1689, Art. 113(b))");
    }

    @Test
    void the_source_of_a_figure_is_told_once_in_a_statement() throws InvalidCondition {
        Statement both = statement(
                "model.release.first_public_date < law.chapter_v_applies && certain(model.release.first_public_date < law.chapter_v_applies)");

        assertThat(both.parts().get(1).sentence().text()).isEqualTo("First made public (20 January 2025) is known to be before 2 August 2025");
    }

    @Test
    void a_negation_is_carried_down_to_the_single_conditions() throws InvalidCondition {
        Statement neither = statement("!(known(model.summary.url) || licence.grants.use)");

        assertThat(neither.sentence().text()).isEqualTo("All of these hold:");
        assertThat(neither.parts()).extracting(part -> part.sentence().text())
                .containsExactly("Public summary is not recorded (not known)", "Right to use (yes) is not “yes”");
    }

    @Test
    void what_turns_the_whole_is_what_has_its_truth() throws InvalidCondition {
        Statement open = statement("licence.grants.use && model.summary.on_template && known(model.generality)");

        assertThat(open.truth()).isEqualTo(Statement.Truth.OPEN);
        assertThat(open.deciding()).extracting(part -> part.sentence().text()).containsExactly("Follows the template (not known) is “yes”");
        assertThat(open.facts()).containsExactly("model.summary.on_template");
    }

    @Test
    void what_must_be_known_does_not_hold_where_it_is_open_and_says_what_is() throws InvalidCondition {
        Statement known = statement("certain(licence.grants.use && model.summary.on_template)");

        assertThat(known.truth()).isEqualTo(Statement.Truth.FALSE);
        assertThat(known.sentence().text()).isEqualTo("It is known that all of these hold:");
        assertThat(known.deciding()).extracting(Statement::truth).containsExactly(Statement.Truth.OPEN);
    }

    @Test
    void a_statement_about_every_entry_names_those_for_which_it_fails() throws InvalidCondition {
        Statement all = statement("model.modalities.output.all(m, m in ['image', 'video'])");

        assertThat(all.sentence().text()).isEqualTo(
                "For every entry of Output modalities (Text), the entry is one of “Image” or “Video” (does not hold for Text)");
    }

    private static Statement statement(String condition) throws InvalidCondition {
        Map<String, LawDatum> law = SET.lawData().stream().collect(Collectors.toMap(LawDatum::name, datum -> datum));
        Map<String, Set<String>> decisions = new HashMap<>();
        Map<String, Policy> policies = new HashMap<>();
        for (Policy policy : SET.policies()) {
            decisions.put(Asked.decision(policy), new HashSet<>(policy.values()));
            policies.put(Asked.decision(policy), policy);
        }
        Expr expr = new CelReader(SET.vocabulary(), law, Map.of(), decisions)
                .read(new Located.Scalar("test", 1, 1, condition, condition), Expressions.Type.BOOLEAN, "");
        Subject subject = ConditionsTests.subject("model.generality: narrow", "licence.grants.use: true", "model.modalities.output: {value: [text], complete: true}",
                "model.training.compute: {value: 3e24, by: Epoch AI}",
                "model.release.first_public_date: \"2025-01-20\"", "provider.country: CN");
        Run run = new Run(SET, subject, DAY).enable(SET.made());
        return new Statements(SET, new ExprWords(SET, policies, subject, run), run).of(expr);
    }
}

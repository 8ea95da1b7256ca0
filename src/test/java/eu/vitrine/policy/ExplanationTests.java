package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Subject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How an answer follows. */
class ExplanationTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Pattern RAW = Pattern.compile(
            "[{}]|\\b(model|provider|licence|service|use|organisation|law|house|derived|lifecycle)\\.[a-z]|\\bis\\[|[a-z]_[a-z]|[A-Z]_[A-Z]|&&|\\|\\|");

    static Stream<Subject> subjects() throws IOException {
        RandomSubjects random = new RandomSubjects(SET, 42);
        List<Subject> some = new ArrayList<>(PreparedTests.catalogue(SET));
        IntStream.range(0, some.size()).filter(i -> i % 3 != 0).boxed().sorted(java.util.Comparator.reverseOrder()).forEach(i -> some.remove((int) i));
        return Stream.concat(some.stream(), Stream.generate(random::next).limit(6));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void the_rows_that_are_told_to_decide_are_those_that_did(Subject subject) {
        Run run = new Run(SET, subject, DAY).enable(SET.made());
        forEach(subject, explanation -> {
            Asked asked = Asked.of(SET, explanation.policy());
            List<Decision> tables = asked.duty() == null ? asked.tables() : List.of(asked.duty().applicability());
            if (!tables.isEmpty() && asked.assumes()) {
                assertDecided(run.decide(tables.getFirst()), explanation.stages().getFirst());
            }
            if (asked.duty() != null && asked.duty().evidence() != null && explanation.stages().size() > 2) {
                assertDecided(run.decide(asked.duty().evidence()), explanation.stages().get(2));
            }
            for (Explanation.Step step : explanation.chain()) {
                assertDecided(run.decide(SET.decision(Asked.decision(step.policy()))), step.stage());
            }
        });
    }

    private static void assertDecided(Run.Decided decided, Explanation.Stage stage) {
        List<String> rows = decided.assumed() != null ? List.of(decided.assumed().id()) : decided.rows().stream().map(Decision.Row::id).toList();
        assertThat(stage.deciding()).extracting(Explanation.Row::id).containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void the_answer_is_the_one_of_the_evaluation(Subject subject) {
        Evaluation evaluation = SET.evaluate(subject, DAY);
        for (Finding finding : evaluation.findings()) {
            if (finding.outcome() != null) {
                String answer = SET.explain(subject, DAY, true, finding.policy().id()).answer();
                assertThat(answer).startsWith(finding.outcome().words());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void whatever_it_rests_on_comes_before_it_and_once(Subject subject) {
        forEach(subject, explanation -> {
            Set<String> told = new HashSet<>();
            for (Explanation.Step step : explanation.chain()) {
                step.stage().rows().forEach(row -> answersNamed(row).forEach(id -> assertThat(told).as(step.policy().id()).contains(id)));
                assertThat(told.add(step.policy().id())).as(step.policy().id()).isTrue();
            }
            explanation.stages().forEach(stage -> stage.rows().forEach(row -> answersNamed(row).forEach(id -> assertThat(told).contains(id))));
        });
    }

    private static List<String> answersNamed(Explanation.Row row) {
        List<String> ids = new ArrayList<>();
        if (row.when() != null) {
            sentences(row.when(), sentence -> sentence.pieces().stream().filter(piece -> piece.of() == Sentence.Of.ANSWER)
                    .forEach(piece -> ids.add(piece.id())));
        }
        return ids;
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void no_sentence_holds_an_id_a_code_or_a_brace(Subject subject) {
        forEach(subject, ExplanationTests::assertWords);
    }

    @Test
    void a_policy_alone_reads_without_ids_codes_and_braces() {
        SET.policies().forEach(policy -> assertWords(SET.explain(policy.id())));
    }

    private static void assertWords(Explanation explanation) {
        List<Explanation.Stage> stages = new ArrayList<>(explanation.stages());
        explanation.chain().forEach(step -> stages.add(step.stage()));
        for (Explanation.Stage stage : stages) {
            stage.rows().forEach(row -> {
                assertWords(row.then());
                if (row.when() != null) {
                    sentences(row.when(), ExplanationTests::assertWords);
                }
            });
            stage.basis().forEach(one -> sentences(one, ExplanationTests::assertWords));
        }
    }

    /** What is recorded may hold anything. */
    private static void assertWords(Sentence sentence) {
        sentence.pieces().stream().filter(piece -> piece.of() != Sentence.Of.VALUE)
                .forEach(piece -> assertThat(piece.text()).doesNotContainPattern(RAW));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void a_row_holds_where_its_condition_does_and_no_row_is_read_behind_one_that_holds(Subject subject) {
        forEach(subject, explanation -> explanation.chain().forEach(step -> {
            List<Explanation.Row> rows = step.stage().rows().stream().filter(row -> row.assumes().isEmpty()).toList();
            rows.stream().filter(row -> row.when() != null).forEach(row -> assertThat(row.truth()).isEqualTo(row.when().truth()));
            assertThat(rows.subList(0, rows.size() - 1)).noneMatch(row -> row.truth() == Statement.Truth.TRUE);
        }));
    }

    @Test
    void an_assumption_is_told_with_its_wording_and_one_that_a_fact_defeats_with_the_fact() throws IOException {
        Subject r1 = subject("deepseek-r1");
        Explanation assumed = SET.explain(r1, DAY, true, "AIA-53-1-d");
        Subject researched = r1.with(ConditionsTests.facts("model.release.context: research_only").get("model.release.context"));

        assertThat(assumed.assumptions()).filteredOn(Explanation.Assumed::made).extracting(one -> one.assumption().id()).contains("GPAI_BY_INDICATOR");
        assertThat(SET.explain(researched, DAY, true, "CLS-2").assumptions())
                .filteredOn(one -> !one.made()).singleElement().satisfies(one -> {
                    assertThat(one.against()).contains("Scientific research only");
                    assertThat(one.because().truth()).isEqualTo(Statement.Truth.TRUE);
                });
        assertThat(SET.explain(r1, DAY, false, "AIA-53-1-d").assumptions()).isEmpty();
    }

    private static Subject subject(String slug) throws IOException {
        return PreparedTests.catalogue(SET).stream().filter(one -> one.slug().equals(slug)).findFirst().orElseThrow();
    }

    private static void forEach(Subject subject, Consumer<Explanation> check) {
        SET.policies().forEach(policy -> check.accept(SET.explain(subject, DAY, true, policy.id())));
    }

    static void sentences(Statement statement, Consumer<Sentence> check) {
        check.accept(statement.sentence());
        statement.parts().forEach(part -> sentences(part, check));
    }
}

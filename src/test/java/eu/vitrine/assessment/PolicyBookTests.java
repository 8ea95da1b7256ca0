package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicyFolder;
import org.junit.jupiter.api.Test;

class PolicyBookTests {

    private static final PolicyBook BOOK = new PolicyBook(PolicyFolder.shipped(), PolicyFiles.shipped());

    private static Policy policy(String id) {
        return BOOK.set().policy(id).orElseThrow();
    }

    @Test
    void every_policy_that_decides_has_rules_to_show() {
        assertThat(BOOK.set().policies()).filteredOn(policy -> policy.role() != Policy.Role.CITATION).allSatisfy(policy -> assertThat(BOOK.rules(policy)).as(policy.id()).isNotEmpty());
    }

    @Test
    void every_duty_and_classification_shows_its_cases() {
        assertThat(BOOK.set().policies()).filteredOn(policy -> policy.role() != Policy.Role.DERIVATION && policy.role() != Policy.Role.CITATION)
                .allSatisfy(policy -> assertThat(BOOK.cases(policy)).as(policy.id()).isNotEmpty());
    }

    @Test
    void a_case_is_a_sentence_with_a_day_and_answers() {
        PolicyCase one = BOOK.cases(policy("AIA-53-1-d")).getFirst();
        assertThat(one.sentence()).isNotBlank();
        assertThat(one.asOf()).matches("\\d{1,2} [A-Z][a-z]+ \\d{4}");
        assertThat(one.answers()).isNotEmpty().allSatisfy(answer -> assertThat(answer.value()).isNotBlank());
    }

    @Test
    void the_book_holds_every_figure_of_the_law_with_its_source() {
        assertThat(BOOK.law()).hasSameSizeAs(BOOK.set().lawData());
        assertThat(BOOK.law()).allSatisfy(line -> assertThat(line.versions()).isNotEmpty()
                .allSatisfy(version -> assertThat(version.source()).as(line.name()).isNotBlank()));
    }

    @Test
    void a_duty_names_the_dates_it_reads_through_values_worked_out() {
        assertThat(BOOK.lawOf(policy("AIA-53-1-d"))).extracting(LawLine::name).contains("legacy_due", "chapter_v_applies", "absence_days");
    }

    @Test
    void figures_of_our_own_stand_apart_from_those_of_the_law_and_say_so() {
        assertThat(BOOK.house()).isNotEmpty().allMatch(LawLine::ours);
        assertThat(BOOK.law()).noneMatch(LawLine::ours);
        assertThat(BOOK.lawOf(policy("HR-PRICE"))).extracting(LawLine::name).contains("house.price_days");
    }

    @Test
    void a_point_of_an_annex_shows_how_its_duty_judges_points() {
        assertThat(BOOK.rules(policy("XII-1-a"))).extracting(PolicyBook.Rule::id).contains("point_covered", "point_refused");
        assertThat(BOOK.points(policy("AIA-53-1-b"))).hasSize(11).extracting(Policy::id).contains("XII-2-c");
    }

    @Test
    void text_that_is_cited_has_no_rules_and_no_cases() {
        assertThat(BOOK.of(Policy.Role.CITATION)).isNotEmpty().allSatisfy(policy -> {
            assertThat(BOOK.rules(policy)).isEmpty();
            assertThat(BOOK.cases(policy)).isEmpty();
        });
    }

    @Test
    void a_power_of_ten_and_a_date_are_written_as_people_write_them() {
        assertThat(BOOK.law()).filteredOn(line -> line.name().equals("systemic_risk_presumption"))
                .singleElement().satisfies(line -> assertThat(line.versions().getFirst().value()).isEqualTo("10²⁵"));
        assertThat(BOOK.law()).filteredOn(line -> line.name().equals("legacy_due"))
                .singleElement().satisfies(line -> assertThat(line.versions().getFirst().value()).isEqualTo("2 August 2027"));
    }

    @Test
    void conditions_keep_the_words_of_their_file() {
        assertThat(BOOK.rules(policy("FOSS-3"))).anySatisfy(rule -> {
            assertThat(rule.id()).isEqualTo("uses");
            assertThat(rule.when()).isEqualTo("is['FOSS-3s'] == 'NO'");
            assertThat(rule.then()).isEqualTo("NO");
        });
    }

    @Test
    void the_files_kept_with_an_assessment_are_read_back_as_they_were() {
        PolicyFiles kept = PolicyFiles.shipped().withoutCases();
        assertThat(PolicyFiles.of(kept.bytes())).isEqualTo(kept);
        assertThat(kept.byName().keySet()).noneMatch(name -> name.startsWith("cases/"));
    }
}

package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.policy.ChecklistEntry;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Finding;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of the annexes, tests of the summary and fields of its template. */
class InsideDutiesTests {

    private static final Map<String, String> READ = new TreeMap<>();

    private static String read(String slug) {
        return READ.computeIfAbsent(slug, key -> new Pdf(Shown.RENDERER.render(Shown.of(key))).text());
    }

    private static Finding finding(String slug, String policy) {
        return Shown.of(slug).evaluation().finding(policy).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepseek-r1", "apertus-70b", "gpt-5"})
    void every_point_of_an_annex_stands_under_its_duty_with_its_answer(String slug) {
        for (Finding duty : Shown.of(slug).evaluation().findings()) {
            if (duty.answers().mayApply()) {
                duty.points().forEach(point -> assertThat(read(slug))
                        .contains(Pdf.squeezed(point.policy().reference() + point.policy().title() + point.outcome().words())));
            }
        }
    }

    @Test
    void points_of_a_duty_that_does_not_bind_are_only_counted() {
        String text = new Pdf(Shown.RENDERER.render(Shown.ofText("slug: one\nname: One\nfacts:\n  model.generality: narrow\n"))).text();
        assertThat(text).contains(Pdf.squeezed("Its 11 points, Annex XII")).doesNotContain("PointWhatitasksfor");
    }

    @Test
    void the_summary_is_told_test_by_test() {
        for (Classification test : finding("apertus-70b", "AIA-53-1-d").conditions()) {
            assertThat(read("apertus-70b")).contains(Pdf.squeezed(test.policy().title()));
        }
        assertThat(finding("apertus-70b", "AIA-53-1-d").conditions()).hasSize(10);
    }

    @Test
    void what_a_summary_lacks_is_said_before_the_fields_and_by_the_numbers_of_the_template() {
        ChecklistEntry lacking = finding("apertus-70b", "AIA-53-1-d").checklist().stream().filter(ChecklistEntry::isLacking).findFirst().orElseThrow();
        String sentence = Pdf.squeezed("Lacking, by the numbers of the template: " + lacking.id().substring(2) + " " + lacking.label());
        assertThat(read("apertus-70b")).contains(sentence).doesNotContain(Pdf.squeezed(lacking.id() + lacking.label()));
        assertThat(read("apertus-70b").indexOf(sentence)).isLessThan(read("apertus-70b").indexOf("FieldWhatitholds"));
    }

    @Test
    void a_summary_that_nobody_read_has_no_table_of_fields() {
        assertThat(read("deepseek-r1")).contains("Noneofthe24fieldsofthetemplatehasbeenread.").doesNotContain("FieldWhatitholds");
    }

    @Test
    void the_ceiling_of_fines_is_told_in_full_once_and_referred_to_after() {
        assertThat(read("gpt-5")).containsOnlyOnce("15millioneuro,whicheverishigher").contains("ThesameasforArt.");
    }

    @Test
    void duties_that_leave_no_trace_outside_stand_after_the_others() {
        String text = read("gpt-5");
        int after = text.lastIndexOf("Dutiesthatleavenotraceoutside");
        assertThat(text.lastIndexOf("Cooperationwiththeauthorities,Art.53(3)")).isGreaterThan(after);
        assertThat(text.lastIndexOf("Publicsummaryoftrainingcontent,Art.53(1)(d)")).isLessThan(after);
        assertThat(text).contains("Of10dutiesofaprovider");
    }

    @Test
    void a_request_for_the_pack_of_annex_xii_shows_with_its_day_and_the_day_of_the_answer() {
        String text = new Pdf(Shown.RENDERER.render(Shown.ofText("""
                slug: asked
                name: Asked
                facts:
                  model.generality: broad
                  model.documentation.annex_xii_requested_on: "2026-11-12"
                """))).text();
        assertThat(text).contains(Pdf.squeezed("Asked on 12 November 2026; an answer is due by 26 November 2026."));
    }

    @Test
    void whether_modifying_it_makes_somebody_a_provider_is_part_of_how_a_model_is_classified() {
        Classification modification = Shown.of("deepseek-r1").evaluation().classifications().get("modification");
        assertThat(modification).isNotNull();
        assertThat(read("deepseek-r1")).contains(Pdf.squeezed(modification.policy().title()));
        modification.conditions().forEach(one -> assertThat(read("deepseek-r1")).contains(Pdf.squeezed(one.policy().title())));
    }
}

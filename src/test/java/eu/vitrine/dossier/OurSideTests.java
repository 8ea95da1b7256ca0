package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.HouseRule;
import eu.vitrine.policy.UseRight;
import eu.vitrine.policy.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dossiers of uses, services and the organisation. */
class OurSideTests {

    private static final Map<String, Pdf> READ = new TreeMap<>();

    private static Pdf read(String slug) {
        return READ.computeIfAbsent(slug, key -> new Pdf(Shown.RENDERER.render(Shown.of(key))));
    }

    static Set<String> slugs() {
        return Shown.EXAMPLES.keySet();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_example_gives_a_dossier_with_a_cover_of_one_page(String slug) {
        assertThat(read(slug).pages()).isBetween(5, 25);
        assertThat(read(slug).text(1)).contains("Notdecidedyet:").contains("Howtoverifythisdocument");
        assertThat(read(slug).text(2)).startsWith("Contents");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void no_dossier_of_our_side_says_that_anything_is_compliant_or_that_a_rule_of_ours_is_breached(String slug) {
        assertThat(read(slug).text().toLowerCase(Locale.ROOT)).doesNotContain("compliantwith").doesNotContain("iscompliant")
                .doesNotContain("breach");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meeting-notes", "product-chat", "support-replies"})
    void every_use_right_that_is_touched_stands_with_its_answer_its_reasons_and_what_it_carries(String slug) {
        String text = read(slug).text();
        String section = text.substring(text.lastIndexOf("Readclausebyclause"), text.lastIndexOf("DutiesoftheActthatare"));
        for (UseRight right : Shown.of(slug).evaluation().useRights()) {
            assertThat(section).contains(Pdf.squeezed(right.policy().title()));
            if (right.answer() != null) {
                assertThat(section).contains(Pdf.squeezed(right.answer().words()));
                right.why().stream().map(Why::text).forEach(why -> assertThat(section).contains(Pdf.squeezed(why)));
            }
            right.carries().forEach(one -> assertThat(section).contains(Pdf.squeezed("Condition of an approval: " + one.text())));
        }
    }

    @Test
    void a_right_that_is_not_granted_is_said_before_anything_else() {
        assertThat(Shown.of("product-chat").evaluation().useRight()).isEqualTo(UseRight.Answer.NOT_GRANTED);
        assertThat(read("product-chat").text(1)).contains("thisusehasnotbeenapproved.Licenceandtermsdonotletususeitso.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meeting-notes", "product-chat", "support-replies", "example-company"})
    void every_duty_of_ours_stands_with_its_outcome_and_its_citation(String slug) {
        String text = read(slug).text();
        for (Finding finding : Shown.of(slug).evaluation().findings()) {
            assertThat(finding.family()).isEqualTo(Family.OUR_DUTY);
            int at = text.lastIndexOf(Pdf.squeezed(finding.policy().title() + ", " + finding.policy().reference()));
            assertThat(at).as(finding.policy().title()).isPositive();
            assertThat(text.substring(at, Math.min(text.length(), at + 4000))).contains(Pdf.squeezed(finding.outcome().words()))
                    .contains(Pdf.squeezed(finding.policy().cite()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-replies", "apertus-70b", "example-meeting-assistant"})
    void every_rule_of_our_own_is_told_with_its_answer_and_its_weight(String slug) {
        String text = read(slug).text();
        String section = text.substring(text.lastIndexOf("Eachoftheseisourownrule"));
        for (HouseRule rule : Shown.of(slug).evaluation().houseRules().values()) {
            assertThat(section).contains(Pdf.squeezed(rule.policy().title())).contains(Pdf.squeezed(rule.answer().words()));
            if (rule.answer() == HouseRule.Answer.FAIL) {
                assertThat(section).contains(Pdf.squeezed(Texts.capital(rule.weight().words())));
            }
        }
    }

    @Test
    void duties_of_a_maker_and_of_ours_are_counted_apart() {
        Pdf pdf = new Pdf(Shown.RENDERER.render(Shown.ofText("""
                slug: both
                name: A model and a use of it in one scenario
                facts:
                  model.release.context: market
                  use.role: deployer
                  licence.id: MIT
                """)));
        assertThat(pdf.text(1)).contains("Of10dutiesofaprovider,").contains("Of12dutiesofours,").contains("Howtoverifythisdocument");
        assertThat(pdf.text(2)).startsWith("Contents");
    }

    @Test
    void the_timeline_of_makers_is_not_drawn_for_a_use_that_only_we_owe_something_for() {
        DossierContent content = Shown.of("product-chat");
        assertThat(Figures.timeline(content.evaluation(), content.policySet())).isEmpty();
        assertThat(Figures.ourTimeline(content.evaluation())).isPresent();
    }

    @Test
    void a_service_that_names_no_model_says_that_nothing_is_known_of_what_is_inside() {
        assertThat(read("example-meeting-assistant").text()).contains("Nomodelinsideitwasreadforthisdossier.")
                .contains("Ofanyothermodelthatmaybeinsidenothingisknown");
    }

    @Test
    void a_use_that_runs_weights_itself_has_no_chapter_on_what_a_service_embeds() {
        assertThat(read("product-chat").text()).doesNotContain("Whatisinsidetheservice");
    }

    @Test
    void the_service_shown_is_the_one_that_the_use_names_and_not_one_of_the_maker() {
        assertThat(read("support-replies").text(1)).contains("ExampleUnionCloudSARL").doesNotContain("LaPlateforme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"meeting-notes", "support-replies", "product-chat"})
    void a_dossier_of_a_use_is_made_again_from_the_files_inside_it_and_has_the_same_bytes(String slug) {
        byte[] first = Shown.RENDERER.render(Shown.of(slug));
        List<Source> inside = new ArrayList<>();
        new Pdf(first).attachments().forEach((name, bytes) -> inside.add(new Source(name, bytes)));
        assertThat(inside).hasSizeGreaterThan(1);
        assertThat(Shown.RENDERER.render(Shown.contents(inside, Shown.DAY).getFirst())).isEqualTo(first);
    }
}

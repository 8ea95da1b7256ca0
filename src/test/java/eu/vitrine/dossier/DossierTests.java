package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.exchange.Source;
import eu.vitrine.policy.Assumption;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import eu.vitrine.policy.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierTests {

    private static final Map<String, Pdf> READ = new TreeMap<>();

    private static Pdf read(String slug) {
        return READ.computeIfAbsent(slug, key -> new Pdf(Shown.RENDERER.render(Shown.of(key))));
    }

    static Set<String> slugs() {
        return Shown.CATALOGUE.keySet();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_record_of_the_catalogue_gives_a_dossier_that_somebody_can_read(String slug) {
        assertThat(read(slug).pages()).isBetween(15, 48);
        assertThat(read(slug).title()).isEqualTo("Transparency dossier: " + Shown.of(slug).evaluation().name());
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_cover_gives_the_answer_before_anything_else_and_fits_one_page(String slug) {
        String cover = read(slug).text(1);
        assertThat(cover).contains("Notdecidedyet:").contains("Howtoverifythisdocument");
        assertThat(cover.indexOf("Notdecidedyet:")).isLessThan(cover.indexOf("Dutiesofthemaker"));
        assertThat(read(slug).text(2)).startsWith("Contents").contains("Howtoverifythisdocument");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_duty_stands_with_its_outcome_its_four_answers_and_its_citation(String slug) {
        String text = read(slug).text();
        for (Finding finding : Shown.of(slug).evaluation().findings()) {
            String heading = Pdf.squeezed(finding.policy().title() + ", " + finding.policy().reference());
            int at = text.lastIndexOf(heading);
            assertThat(at).as(heading).isPositive();
            String section = text.substring(at, Math.min(text.length(), at + 4000));
            if (finding.outcome() != null) {
                assertThat(section).contains(Pdf.squeezed(finding.outcome().words()));
            }
            assertThat(section).contains(Pdf.squeezed(finding.policy().cite()));
            Fields answers = new AnswerWords(Texts.english()).of(finding.answers());
            assertThat(section).contains(Pdf.squeezed(String.valueOf(answers.get("applicability"))));
            if (finding.answers().mayApply() && finding.answers().due() != null) {
                assertThat(section).contains(Pdf.squeezed(String.valueOf(answers.get("due"))))
                        .contains(Pdf.squeezed(String.valueOf(answers.get("evidence"))))
                        .contains(Pdf.squeezed(String.valueOf(answers.get("enforceable"))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_assumption_is_worded_and_marked_as_made_or_not(String slug) {
        String text = read(slug).text();
        for (Assumption assumption : Shown.POLICIES.assumptions()) {
            assertThat(text).contains(Pdf.squeezed(assumption.id())).contains(Pdf.squeezed(assumption.wording()));
        }
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void no_dossier_says_that_anything_is_compliant(String slug) {
        assertThat(read(slug).text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("compliantwith").doesNotContain("iscompliant");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_duties_that_the_cover_calls_met_are_those_that_are_met(String slug) {
        long met = Shown.of(slug).evaluation().findings().stream().filter(one -> one.outcome() == Outcome.MET).count();
        String cover = read(slug).text(1);
        assertThat(cover.contains("noneisshowntobemet")).isEqualTo(met == 0);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_wording_of_an_assumption_stands_only_in_the_list_of_them(String slug) {
        String text = read(slug).text();
        for (Assumption assumption : Shown.POLICIES.assumptions()) {
            assertThat(text).containsOnlyOnce(Pdf.squeezed(assumption.wording()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepseek-r1", "apertus-70b", "gpt-5"})
    void a_dossier_tells_the_outcomes_that_a_single_fact_would_bring_about_as_the_policy_set_does(String slug) {
        String text = read(slug).text();
        DossierContent content = Shown.of(slug);
        List<Finding> full = content.evaluation().findings().stream()
                .filter(one -> one.family() == Family.ROUTE || content.policySet().counts(one.policy())).toList();
        for (Finding finding : full) {
            WhatIf whatIf = content.policySet().whatIf(content.subject(), content.evaluation().asOf(), true, finding.policy().id());
            WhatIf.byOutcome(whatIf.ofOutcome().stream().filter(change -> !change.known()).toList())
                    .forEach(one -> assertThat(text).contains(Pdf.squeezed(one.outcome() + ", if " + one.answers().getFirst())));
        }
    }

    @Test
    void a_dossier_names_the_conditions_that_decided_with_what_is_recorded() {
        assertThat(read("deepseek-r1").text()).contains(Pdf.squeezed("Exclusion of the Union (Not excluded) is known to be “Not excluded”"),
                Pdf.squeezed("Right to use (yes) is “yes”"), "Howitfollows", "Wouldchangeadayoradetailonly");
    }

    @Test
    void a_bare_number_is_a_version_and_not_a_year() {
        assertThat(read("apertus-70b").text(1)).contains("Version2509");
        assertThat(read("deepseek-r1").text(1)).contains("Versionof20January2025");
    }

    @Test
    void the_cover_says_that_no_systemic_risk_is_an_assumption_too() {
        assertThat(read("phi-4").text(1)).contains("nodesignationisknown.Restsonanassumption.");
    }

    @Test
    void an_outcome_that_sounds_settled_says_where_it_rests_on_an_assumption() {
        assertThat(read("apertus-70b").text()).contains("Notapplicableasassumed");
    }

    @Test
    void a_record_that_states_nothing_shows_nothing_as_met() {
        String text = new Pdf(Shown.RENDERER.render(Shown.ofText("slug: bare\nname: Bare\nfacts:\n  model.release.context: market\n"))).text();
        assertThat(text).contains("noneisshowntobemet").doesNotContain("Now,since").contains("Nofactinthisdossierstatesasource");
    }

    @Test
    void empty_lists_are_told_in_words() {
        String text = new Pdf(Shown.RENDERER.render(Shown.ofText("slug: bare\nname: Bare\nfacts:\n  model.release.context: market\n"))).text();
        assertThat(text).contains("Nolicenceisrecorded").contains("Noserviceisrecorded").contains("Nofindingaboutcensorshipisonrecord")
                .contains("Nofindingaboutsecurityisonrecord").contains("Noentryofanindexisonrecord")
                .contains("Theauthoroftherecordgivesnoreading").contains("Therecordnamesnogap");
    }

    @Test
    void a_use_of_which_nothing_but_the_purpose_is_known_has_no_duty_of_a_maker_and_grants_nothing() {
        String text = new Pdf(Shown.RENDERER.render(Shown.ofText("slug: tool\nname: Tool\nfacts:\n  use.purpose: summaries\n"))).text();
        assertThat(text).contains("Whetherlicenceandtermsletususeitsoisopen").contains("Namesneitheramodelnoraservice")
                .contains("Theyarenotexaminedhere").doesNotContain("Opensourcerelief");
    }

    @Test
    void a_provider_by_itself_says_that_no_duty_was_examined() {
        String text = new Pdf(Shown.RENDERER.render(Shown.ofText("slug: maker\nname: Maker\nfacts:\n  provider.legal_name: Maker Ltd\n"))).text();
        assertThat(text).contains("Nodutyofaproviderwasexamined").contains("Nothingwasclassified");
    }

    @Test
    void a_finding_about_the_family_is_shown_as_never_used() {
        assertThat(read("deepseek-r1").text()).contains("aboutitsfamily:shown,neverused").contains("aboutthisexactbuild");
    }

    @Test
    void an_opinion_that_differs_stands_beside_the_answer_of_the_rules() {
        assertThat(read("deepseek-r1").text()).contains("Theauthoroftherecordreadsitso").contains("Therulessay").contains("Theydiffer.");
    }

    @Test
    void every_address_is_listed_once_with_a_number() {
        String text = read("deepseek-r1").text();
        String list = text.substring(text.lastIndexOf("No.Address"));
        assertThat(list).containsOnlyOnce("https://epoch.ai/data/notable-ai-models");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepseek-r1", "llama-4-scout", "apertus-70b"})
    void the_record_inside_is_the_canonical_record(String slug) {
        assertThat(read(slug).attachments().get(slug + ".json")).isEqualTo(Shown.of(slug).record());
    }

    @Test
    void a_dossier_is_made_again_from_the_files_inside_it_and_has_the_same_bytes() {
        byte[] first = Shown.RENDERER.render(Shown.of("deepseek-r1"));
        List<Source> inside = new ArrayList<>();
        new Pdf(first).attachments().forEach((name, bytes) -> inside.add(new Source(name, bytes)));

        assertThat(inside).extracting(Source::name).containsExactly("deepseek-r1.json", "deepseek-v3.json");
        assertThat(Shown.RENDERER.render(Shown.contents(inside, Shown.DAY).getFirst())).isEqualTo(first);
    }

    @Test
    void an_evaluation_of_another_record_is_refused() {
        DossierContent r1 = Shown.of("deepseek-r1");
        DossierContent v3 = Shown.of("deepseek-v3");
        assertThatThrownBy(() -> new DossierContent(
                        r1.subject(), v3.evaluation(), r1.vocabulary(), r1.policySet(), r1.observed(), r1.indices(), r1.opinions(),
                        r1.gaps(), r1.record(), r1.beside(), r1.issue()))
                .hasMessageContaining("deepseek-v3").hasMessageContaining("deepseek-r1");
    }
}

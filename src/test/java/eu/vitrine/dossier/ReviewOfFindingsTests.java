package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a dossier says of how far a finding may be relied on. */
class ReviewOfFindingsTests {

    private static Pdf dossier(DossierContent content) {
        return new Pdf(Shown.RENDERER.render(content));
    }

    private static String of(Observation... observations) {
        return dossier(Shown.reviewed(List.of(observations))).text();
    }

    /** The chapters from the findings to the indices; the contents name both. */
    private static String chapters(String text) {
        return text.substring(text.lastIndexOf("Censorshipfindings"), text.lastIndexOf("Whatindicessay"));
    }

    @ParameterizedTest
    @EnumSource(value = Review.Status.class, names = {"DRAFT", "REVIEWED", "DISPUTED"})
    void a_finding_that_stands_is_printed_with_its_status_in_the_words_of_the_page(Review.Status status) {
        String text = chapters(of(Shown.observation("It refuses.", Shown.review("1", status, null, null))));
        assertThat(text).contains("Itrefuses.", Pdf.squeezed(status.word() + ": " + status.meaning() + "."));
    }

    @Test
    void of_a_draft_nobody_is_named() {
        assertThat(chapters(of(Shown.observation("It refuses.", Shown.review("1", Review.Status.DRAFT, null, null))))).doesNotContain("AdaExample");
    }

    @Test
    void a_doubt_stands_with_who_raised_it_when_and_why_and_with_the_reply_of_the_provider() {
        String text = chapters(of(Shown.observation("It refuses.", Shown.review("1", Review.Status.DISPUTED, "We changed the template.", null))));
        assertThat(text).contains(Pdf.squeezed("By Ada Example, 3 November 2026: the sample is small"),
                Pdf.squeezed("The provider replies: We changed the template."));
    }

    @Test
    void a_doubt_without_a_reply_says_that_none_is_recorded() {
        assertThat(chapters(of(Shown.observation("It refuses.", Shown.review("1", Review.Status.DISPUTED, null, null)))))
                .contains(Pdf.squeezed("No reply of the provider is recorded."));
    }

    @Test
    void what_was_superseded_is_named_with_what_replaced_it_and_not_counted() {
        String text = of(Shown.observation("It refuses often.", Shown.review("1", Review.Status.SUPERSEDED, null, "2")),
                Shown.observation("It refuses half.", Shown.review("2", Review.Status.REVIEWED, null, null)));
        assertThat(chapters(text)).contains(Pdf.squeezed("Withdrawn or superseded; they say nothing about the model any more"),
                Pdf.squeezed("Superseded: another finding says it better."), Pdf.squeezed("Replaced by: It refuses half."));
        assertThat(text).contains(Pdf.squeezed("1 finding of others on record, 0 about this exact build, 1 reviewed by a second person."));
    }

    @Test
    void where_every_finding_was_withdrawn_none_stands() {
        String text = chapters(of(Shown.observation("It refuses.", Shown.review("1", Review.Status.WITHDRAWN, null, null))));
        assertThat(text).contains(Pdf.squeezed("No finding about censorship is on record that still stands."), Pdf.squeezed("Withdrawn: nobody stands for it any longer"))
                .doesNotContain("Ofwhat,where,howsure");
    }

    @Test
    void exactly_this_build_is_said_with_the_name_of_who_confirmed_it_and_else_as_unconfirmed() {
        var said = Shown.said("It refuses.", PublishedFinding.Applicability.EXACT_BUILD);
        Review review = Shown.review("1", Review.Status.REVIEWED, null, null);
        Review confirmed = new Review("1", review.status(), review.by(), review.on(), null, "Bo Example", null, null, null, null);
        assertThat(of(new Observation(said, review))).contains(Pdf.squeezed("said to be about exactly this build, not confirmed"));
        assertThat(of(new Observation(said, confirmed))).contains(Pdf.squeezed("about this exact build, confirmed by Bo Example"));
    }

    @Test
    void an_assessment_of_an_earlier_release_says_that_it_kept_no_status() {
        assertThat(chapters(dossier(Shown.assessed(Shown.of("deepseek-r1").observed())).text()))
                .contains(Pdf.squeezed("Review status not kept with this assessment"));
    }

    @Test
    void a_dossier_of_a_file_says_that_files_carry_no_status() {
        assertThat(chapters(dossier(Shown.of("deepseek-r1")).text())).contains(Pdf.squeezed("A record file carries no review status"), Pdf.squeezed("Review status not known"));
    }

    @Test
    void the_findings_with_their_review_are_carried_inside() {
        DossierContent content = Shown.reviewed(List.of(Shown.observation("It refuses.", Shown.review("1", Review.Status.DRAFT, null, null))));
        Pdf pdf = dossier(content);
        assertThat(pdf.attachments().get("deepseek-r1-findings.json")).isEqualTo(content.observed().kept());
        assertThat(new String(pdf.attachments().get("deepseek-r1-findings.json"), StandardCharsets.UTF_8)).contains("\"status\":\"draft\"");
        assertThat(pdf.text()).contains("deepseek-r1-findings.json");
    }

    @Test
    void equal_reviews_give_equal_bytes() {
        var observations = List.of(Shown.observation("It refuses.", Shown.review("1", Review.Status.DISPUTED, "No.", null)));
        assertThat(Shown.RENDERER.render(Shown.reviewed(observations))).isEqualTo(Shown.RENDERER.render(Shown.reviewed(observations)));
    }
}

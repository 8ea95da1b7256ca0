package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileTextTests {

    private static final String MARKUP = "<script>alert(1)</script> & </td> ${d.open} [[${d}]] th:text=\"x\" {page}";

    /** A record whose name, values, notes and addresses are all this text. */
    private static String textOf(String hostile) {
        DossierContent real = Shown.of("apertus-70b");
        Claim claim = new Claim(State.VALUE, new FactValue.Text(hostile), Completeness.NOT_KNOWN, "javascript:" + hostile, null, hostile, null);
        Facts facts = real.subject().facts().and(Facts.of(List.of(
                new Fact("provider.legal_name", claim, List.of(claim)), new Fact("model.documentation.model_card_url", claim, List.of()))));
        Subject subject = new Subject(
                real.subject().slug(), hostile, hostile, real.subject().stated(), facts, real.subject().licences(),
                real.subject().services(), null);
        Evaluation made = Shown.POLICIES.evaluate(subject, Shown.DAY);
        DossierContent content = new DossierContent(
                subject, made, real.vocabulary(), real.policySet(), DossierContent.Observed.stated(List.of()), List.of(), List.of(), List.of(hostile), real.record(),
                List.of(), real.issue());
        return new Pdf(Shown.RENDERER.render(content)).text();
    }

    @Test
    void markup_and_expressions_stay_text() {
        assertThat(textOf(MARKUP)).contains(Pdf.squeezed(MARKUP));
    }

    @Test
    void hidden_characters_are_shown_by_their_code_points() {
        assertThat(textOf("a\u0001b\u202Ec\u0000d")).contains("a‹U+0001›b‹U+202E›c‹U+0000›d");
    }

    @Test
    void a_word_of_a_hundred_thousand_characters_is_set_in_full() {
        String text = textOf("w".repeat(100_000));
        assertThat(text.chars().filter(c -> c == 'w').count()).isGreaterThan(300_000);
    }

    @Test
    void a_slip_in_a_template_is_an_error_and_no_blank() {
        assertThatThrownBy(() -> new Fields().with("here", "x").get("there")).hasMessageContaining("there");
    }

    @Test
    void templates_cannot_be_given_objects_with_methods() {
        assertThatThrownBy(() -> new Fields().with("content", new StringBuilder())).isInstanceOf(IllegalArgumentException.class);
    }
}

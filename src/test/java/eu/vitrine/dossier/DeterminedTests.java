package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.policy.HouseRule;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeterminedTests {

    /** The text without white space, since a reader guesses spaces from positions. */
    private static String text(DossierContent content) {
        var pdf = new Pdf(Shown.RENDERER.render(content));
        return IntStream.rangeClosed(1, pdf.pages()).mapToObj(pdf::text).collect(Collectors.joining());
    }

    private static String beside(String policy) {
        return "Apersondetermined:" + policy + "doesnot.";
    }

    @Test
    void it_is_printed_beside_the_answer_of_every_kind_of_rule() {
        DossierContent content = Shown.determined("product-chat");
        String text = text(content);
        var evaluation = content.evaluation();
        evaluation.findings().stream().filter(one -> one.answers().mayApply()).forEach(one -> assertThat(text).contains(beside(one.policy().id())));
        evaluation.useRights().stream().filter(one -> one.answer() != null).forEach(one -> assertThat(text).contains(beside(one.policy().id())));
        evaluation.houseRules().values().stream().filter(one -> one.answer() == HouseRule.Answer.PASS || one.answer() == HouseRule.Answer.FAIL)
                .forEach(one -> assertThat(text).contains(beside(one.policy().id())));
        assertThat(text).contains("Determination7byAda,confirmedbyBo");
    }

    @Test
    void the_same_determinations_give_the_same_bytes_and_none_say_nothing_of_them() {
        assertThat(Shown.RENDERER.render(Shown.determined("deepseek-r1"))).isEqualTo(Shown.RENDERER.render(Shown.determined("deepseek-r1")));
        assertThat(text(Shown.of("deepseek-r1"))).doesNotContain("Apersondetermined");
    }
}

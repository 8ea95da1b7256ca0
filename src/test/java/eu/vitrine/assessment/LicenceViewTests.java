package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Facts;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.PartAnswer;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicenceViewTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LicenceBook BOOK = LicenceBook.shipped(SET.vocabulary());

    private static LicenceView view(LicenceBook.Text text) {
        return LicenceView.of(SET, text, new PartAnswer("", List.of(), List.of()), LocalDate.of(2026, 11, 25));
    }

    private static LicenceView view(String slug) {
        return view(BOOK.text(slug).orElseThrow());
    }

    @Test
    void only_the_conditions_that_a_text_decides_are_asked() {
        assertThat(view("mit").answers()).extracting(one -> one.answer().policy().id()).containsExactly("FOSS-2", "FOSS-3", "FOSS-3s");
    }

    @Test
    void one_failed_condition_fails_the_text_whatever_else_is_open() {
        assertThat(view("open-aleph-1-0").answers()).anyMatch(one -> one.answer().isOpen());
        assertThat(view("open-aleph-1-0").standing()).isEqualTo(LicenceView.Standing.FAILS);
    }

    @Test
    void a_text_of_which_nothing_is_known_never_passes() {
        assertThat(view(new LicenceBook.Text("mit", "MIT License", Facts.none())).standing()).isEqualTo(LicenceView.Standing.OPEN);
    }

    @Test
    void an_open_condition_says_what_it_turns_on() {
        assertThat(view("kimi-k2-modified-mit").answers()).filteredOn(one -> one.answer().isOpen()).singleElement()
                .satisfies(one -> assertThat(one.turnsOn()).contains("Reading of the threshold"));
    }

    @Test
    void a_text_is_dated_by_its_clauses() {
        assertThat(view("creativeml-openrail-m").dated()).isEqualTo("22 August 2022");
        assertThat(view("creativeml-openrail-m").identifier()).isEqualTo("LicenseRef-CreativeML-OpenRAIL-M");
    }
}

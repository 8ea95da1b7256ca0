package eu.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of("the", " ", "  ", "\n", "weights", "Weights", "are", "open", ".", ", ", "訓練", "データ", "🙂", "e\u0301", "3.5", "-");
        return words.list().ofMaxSize(24).map(list -> String.join("", list));
    }

    @Property
    void what_is_kept_and_removed_is_the_first_text_and_what_is_kept_and_added_the_second(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<Stretch> stretches = WordDiff.of(before, after);
        assertThat(Stretch.before(stretches)).isEqualTo(before);
        assertThat(Stretch.after(stretches)).isEqualTo(after);
    }

    @Property
    void any_text_at_all_comes_out_as_it_went_in(@ForAll String before, @ForAll String after) {
        List<Stretch> stretches = WordDiff.of(before, after);
        assertThat(Stretch.before(stretches)).isEqualTo(before);
        assertThat(Stretch.after(stretches)).isEqualTo(after);
    }

    @Property
    void something_is_added_or_removed_exactly_when_the_texts_differ(@ForAll("texts") String before, @ForAll("texts") String after) {
        assertThat(WordDiff.of(before, after).stream().anyMatch(one -> one.how() != Stretch.How.KEPT)).isEqualTo(!before.equals(after));
    }

    @Property
    void two_stretches_that_follow_each_other_are_never_of_one_kind(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<Stretch> stretches = WordDiff.of(before, after);
        for (int i = 1; i < stretches.size(); i++) {
            assertThat(stretches.get(i).how()).isNotEqualTo(stretches.get(i - 1).how());
        }
    }

    @Test
    void a_word_is_replaced_whole() {
        assertThat(WordDiff.of("The weights are open.", "The weights are closed.")).containsExactly(new Stretch(Stretch.How.KEPT, "The weights are "),
                new Stretch(Stretch.How.REMOVED, "open"), new Stretch(Stretch.How.ADDED, "closed"), new Stretch(Stretch.How.KEPT, "."));
    }

    @Test
    void two_words_replaced_side_by_side_are_one_change() {
        assertThat(WordDiff.of("held in Ohio state today", "held in Hesse land today")).containsExactly(new Stretch(Stretch.How.KEPT, "held in "),
                new Stretch(Stretch.How.REMOVED, "Ohio state"), new Stretch(Stretch.How.ADDED, "Hesse land"), new Stretch(Stretch.How.KEPT, " today"));
    }

    @Test
    void a_text_without_spaces_is_compared_sign_by_sign() {
        assertThat(WordDiff.of("訓練数据", "訓練资料")).startsWith(new Stretch(Stretch.How.KEPT, "訓練"));
    }

    @Test
    void texts_of_a_hundred_thousand_different_words_are_compared_at_once() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            before.append('a').append(i).append(' ');
            after.append('b').append(i).append(' ');
        }
        long start = System.nanoTime();
        assertThat(Stretch.after(WordDiff.of(before.toString(), after.toString()))).isEqualTo(after.toString());
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }
}

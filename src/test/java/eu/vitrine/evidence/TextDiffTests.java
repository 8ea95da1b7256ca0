package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.evidence.TextDiff.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextDiffTests {

    private static String shown(TextDiff diff) {
        return diff.rows().stream().map(row -> row.change() == Change.LEFT_OUT ? "…" + row.leftOut()
                : row.change() + ":" + row.pieces().stream().map(piece -> piece.change() == Change.ADDED ? "[+" + piece.text() + "]"
                        : piece.change() == Change.REMOVED ? "[-" + piece.text() + "]" : piece.text()).collect(Collectors.joining())).collect(Collectors.joining("\n"));
    }

    @Test
    void a_reworded_passage_shows_its_words_with_what_stands_around_it() {
        var before = List.of("one", "two", "three", "We keep inputs for 30 days.", "four", "five", "six", "seven", "eight");
        var after = List.of("one", "two", "three", "We keep inputs for 90 days.", "four", "five", "six", "seven", "eight", "nine");
        TextDiff diff = TextDiff.between(before, after);
        assertThat(shown(diff)).isEqualTo("""
                SAME:one
                SAME:two
                SAME:three
                REWRITTEN:We keep inputs for [-30 ][+90 ]days.
                SAME:four
                SAME:five
                SAME:six
                SAME:seven
                SAME:eight
                ADDED:[+nine]""");
        assertThat(diff.rewritten()).isEqualTo(1);
        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.removed()).isZero();
    }

    @Test
    void long_passages_that_are_the_same_are_left_out() {
        List<String> before = IntStream.range(0, 40).mapToObj(i -> "line " + i).toList();
        var after = new ArrayList<>(before);
        after.set(20, "another");
        assertThat(shown(TextDiff.between(before, after))).startsWith("…18\nSAME:line 18\nSAME:line 19\nREMOVED:[-line 20]\nADDED:[+another]\n").endsWith("SAME:line 21\nSAME:line 22\n…17");
    }

    @Test
    void the_same_text_has_no_rows() {
        assertThat(TextDiff.between(List.of("a", "b"), List.of("a", "b")).same()).isTrue();
        assertThat(TextDiff.between(List.of(), List.of()).same()).isTrue();
    }

    @Test
    void texts_that_share_nothing_and_are_very_long_are_not_compared() {
        TextDiff diff = TextDiff.between(Collections.nCopies(5000, "a"), Collections.nCopies(5000, "b"));
        assertThat(diff.tooDifferent()).isTrue();
        assertThat(diff.same()).isFalse();
    }

    @Property(tries = 300)
    void both_texts_can_be_read_from_the_rows(@ForAll @Size(max = 12) List<@StringLength(min = 1, max = 3) @CharRange(from = 'a', to = 'c') String> before,
            @ForAll @Size(max = 12) List<@StringLength(min = 1, max = 3) @CharRange(from = 'a', to = 'c') String> after) {
        TextDiff diff = TextDiff.between(before, after);
        assertThat(read(diff, Change.ADDED, before)).isEqualTo(before);
        assertThat(diff.same()).isEqualTo(before.equals(after));
        if (diff.rows().stream().noneMatch(row -> row.change() == Change.LEFT_OUT) && !diff.same()) {
            assertThat(read(diff, Change.REMOVED, after)).isEqualTo(after);
        }
    }

    /** The text that is left without the pieces of one kind; what is left out is taken from the text itself. */
    private static List<String> read(TextDiff diff, Change without, List<String> whole) {
        if (diff.same()) {
            return whole;
        }
        var lines = new ArrayList<String>();
        for (TextDiff.Row row : diff.rows()) {
            if (row.change() == Change.LEFT_OUT) {
                int at = lines.size();
                lines.addAll(whole.subList(at, at + row.leftOut()));
            } else if (row.change() != without) {
                lines.add(row.pieces().stream().filter(piece -> piece.change() != without).map(TextDiff.Piece::text).collect(Collectors.joining()));
            }
        }
        return lines;
    }
}

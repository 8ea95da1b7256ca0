package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Each kind of mistake in YAML with its place and what to do; ⏎ is a line end and ⇥ a tab. */
class YamlWordsTests {

    private static Problem problem(String text) {
        String file = text.replace('⏎', '\n').replace('⇥', '\t');
        return catchThrowableOfType(InvalidFile.class, () -> LocatedReader.read(file, "a.yaml")).problems().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '¬', value = {
        "a:⏎⇥b: 1 ¦ 2:1 ¦ a tab stands where only spaces may; indent with spaces",
        "a: 1⏎b: @x ¦ 2:4 ¦ a value cannot begin with @; put it into quotation marks",
        "a: `x ¦ 1:4 ¦ a value cannot begin with `; put it into quotation marks",
        "a: %x ¦ 1:4 ¦ a value cannot begin with %; put it into quotation marks",
        "a: b: c ¦ 1:5 ¦ this colon makes a key where none can stand; put a text with a colon into quotation marks",
        "a: 1⏎ b: 2 ¦ 2:3 ¦ this colon makes a key where none can stand",
        "a:b⏎c: 1 ¦ 2:2 ¦ leave a space after each colon",
        "a: ? b ¦ 1:4 ¦ a question mark with a space after it cannot stand here",
        "a: - b ¦ 1:4 ¦ begin each \"- \" on a line of its own",
        "a: 1⏎b⏎c: 2 ¦ 2:1 ¦ no colon follows this; write a key as \"key: value\"",
        "a: 1⏎b: \"x⏎c: 1 ¦ 2:4 ¦ the quotation mark that opens here is never closed",
        "a: 'x⏎b: 1 ¦ 1:4 ¦ the quotation mark that opens here is never closed",
        "a: \"x⏎---⏎b ¦ 1:4 ¦ the quotation mark that opens here is never closed",
        "a: \"C:\\qux\" ¦ 1:8 ¦ the escape \\q means nothing; write \\\\ for a backslash",
        "a: \"\\xZZ\" ¦ 1:7 ¦ the escape here needs 2 digits 0-9 or A-F",
        "a: \"\\u12\" ¦ 1:7 ¦ the escape here needs 4 digits 0-9 or A-F",
        "a: [1, 2⏎b: 3 ¦ 2:2 ¦ a comma or ] is missing before this, because of the [ in line 1",
        "a: [1, 2 ¦ 1:4 ¦ the [ that opens here is never closed; write ] after its last entry",
        "a: {b: 1⏎c: 2 ¦ 2:2 ¦ a comma or } is missing before this, because of the { in line 1",
        "a: {b: 1 ¦ 1:4 ¦ the { that opens here is never closed; write } after its last entry",
        "a: [1} ¦ 1:6 ¦ a comma or ] is missing before this",
        "a: [ ¦ 1:5 ¦ the file ends before everything that it opens is closed",
        "a: ] ¦ 1:4 ¦ a value is missing here; put a text that begins with a bracket, a brace or a comma into quotation marks",
        "x:⏎  y: 1⏎ z: 2 ¦ 3:2 ¦ begin the keys or entries of one level in the same column",
        "x:⏎  - 1⏎ - 2 ¦ 3:2 ¦ this does not belong to what stands above it",
        "a: 1⏎- b ¦ 2:1 ¦ do not mix them",
        "a: 'x' y ¦ 1:8 ¦ this stands behind a value that has ended; put the whole text into quotation marks",
        "a: *none ¦ 1:4 ¦ nothing before this place has the anchor \"none\"",
        "a: *b* ¦ 1:4 ¦ an anchor or an alias, which begins with & or *, needs a name",
        "a: &b[ 1 ¦ 1:4 ¦ put a text that begins so into quotation marks",
        "a: | x⏎  b ¦ 1:6 ¦ after | or > the text begins on the next line",
        "a: |0⏎ b ¦ 1:5 ¦ after | or > the text begins on the next line",
        "a: >q ¦ 1:5 ¦ after | or > the text begins on the next line",
        "%YAML 2.0⏎---⏎a: 1 ¦ 1:1 ¦ a line that begins with % speaks about YAML itself and is not understood; leave it out",
        "%YAML 1.1⏎%YAML 1.1⏎---⏎a ¦ 2:1 ¦ leave it out",
        "%YAML a⏎---⏎b ¦ 1:1 ¦ a line that begins with %",
        "%TAG ! x⏎%TAG ! y⏎---⏎a ¦ 2:1 ¦ a line that begins with %",
        "%a⏎b: 1 ¦ 2:1 ¦ one file holds one document",
        "a: 1⏎...⏎b: 1 ¦ 3:1 ¦ one file holds one document",
        "a: !e!x 1 ¦ 1:4 ¦ a tag, which begins with !, is not understood here; leave it out",
        "a: !<x 1 ¦ 1:4 ¦ a tag, which begins with !, is not understood here",
        "a: 1⏎b: 2⏎a: 3 ¦ 3:1 ¦ the key \"a\" stands here a second time; keep one of the two",
        "a: 1⏎b: x\u0007y ¦ 2:5 ¦ the character U+0007 may not stand in a YAML file"
    })
    void a_mistake_is_told_with_its_place_and_what_to_do(String text, String place, String words) {
        Problem problem = problem(text);
        assertThat(problem.line() + ":" + problem.column()).isEqualTo(place);
        assertThat(problem.message()).contains(words);
    }

    @Test
    void what_the_library_says_in_words_that_we_do_not_know_is_told_by_its_place_alone() {
        var mark = new Mark("", 0, 4, 2, new int[] {'a'}, 0);
        YamlWords.Said said = YamlWords.of(new Unheard(mark));
        assertThat(said.at()).isSameAs(mark);
        assertThat(said.words()).isEqualTo(YamlWords.UNREADABLE);
    }

    /** As another release of the library might complain. */
    private static final class Unheard extends MarkedYAMLException {

        Unheard(Mark mark) {
            super("while doing something else", mark, "the flux is out of phase", mark);
        }
    }
}

package eu.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

class SentenceTests {

    private static String words(Sentence sentence) throws IOException {
        var words = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages/history.properties"))) {
            words.load(file);
        }
        return new MessageFormat(words.getProperty("history.sentence." + sentence.says()), Locale.ENGLISH).format(sentence.args());
    }

    @Property(tries = 200)
    void a_sentence_says_how_many_changed_and_got_worse_and_better(@ForAll @IntRange(max = 3) int facts, @ForAll @IntRange(max = 2) int others,
            @ForAll @IntRange(max = 3) int worse, @ForAll @IntRange(max = 3) int better, @ForAll @IntRange(max = 2) int otherwise) throws IOException {
        String words = words(new Sentence(facts, others, worse, better, otherwise));
        boolean nothing = facts + others + worse + better + otherwise == 0;
        assertThat(words).endsWith(".").doesNotContain("{", "}");
        assertThat(words.equals("Nothing changed.")).isEqualTo(nothing);
        assertThat(words.contains(facts == 1 ? "1 fact changed" : facts + " facts changed")).isEqualTo(facts > 0);
        assertThat(words.contains(worse == 1 ? "1 finding got worse" : worse + " findings got worse")).isEqualTo(worse > 0);
        assertThat(words.contains(better + " got better")).isEqualTo(better > 0);
        assertThat(words.contains(otherwise + " changed otherwise")).isEqualTo(otherwise > 0);
    }

    @Property(tries = 100)
    void its_tone_is_stop_exactly_when_something_got_worse(@ForAll @IntRange(max = 3) int worse, @ForAll @IntRange(max = 3) int better) {
        assertThat(new Sentence(1, 0, worse, better, 0).tone().equals("stop")).isEqualTo(worse > 0);
    }
}

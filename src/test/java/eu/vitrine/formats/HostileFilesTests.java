package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import eu.vitrine.exchange.Source;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of the largest size that are made to exhaust a reader: each is answered in seconds and with little memory. */
class HostileFilesTests {

    private static final int FULL = 4 * 1024 * 1024 - 200;
    /** All that is allocated on the way, most of it at once free again; the file itself is 4 MB. */
    private static final long MOST_ALLOCATED = 1_500_000_000L;
    private static final String HEAD = "Indicator,Definition,Notes,Disclosure,Justification,References,Score\n";

    private static String full(String piece) {
        return piece.repeat(FULL / piece.length());
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + close.repeat(depth);
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        return bomb.toString();
    }

    static Stream<Arguments> files() {
        Stream<Arguments> cards = Stream.of("---\n" + full("\n"), "---\n" + full("a: 1\n") + "---\n", "---\na: [" + full("a,") + "]\n---\n",
                "---\n[" + full("1,") + "1]\n---\n", "---\na: " + nested("[", "]", 500_000) + "\n---\n", "---\n" + nested("{a: ", "}", 500_000)
                        + "\n---\n",
                "---\n" + bomb() + "license: mit\n---\n", "---\nlicense: " + full("a") + "\n---\n", "---\nlicense: mit\n---\n" + full("<!-- 1 -->\n"),
                "---\nlicense: mit\n---\n" + full("<!--"), "---\nlicense: mit\n---\n" + full("**"), "---\nlicense: mit\n---\n"
                        + full("- **Paper:** http://a "),
                "---\nlicense: mit\n---\n" + full("# "), "---\nlicense: mit\n---\n" + full("\n"), "---\nlicense: mit\n---\n"
                        + full("[More Information Needed]\n"),
                "---\nlicense: mit # " + "a".repeat(2_900_000) + "\n---\n", "---\nlicense: " + "a".repeat(2_900_000) + "\n---\n",
                "---\n" + full("# a: 1\n") + "license: mit\n---\n", full("---\n"), full("---\nlicense: mit\n"), "---\ntags:\n" + full("- a\n")
                        + "---\n",
                "---\n\t" + full(" ") + "a: 1\n---\n", "---\n\"" + full("\\n") + "\": 1\n---\n")
                .map(card -> Arguments.of(new HuggingFaceCard(BOOK), text("README.md", card)));
        Stream<Arguments> entries = Stream.of("system: {name: x}\n" + full("a: 1\n"), "system: {name: x}\nlicenses: {class: open, notes: \""
                + full("Weights: a, ") + "\"}",
                bomb() + "system: {name: x}\n", "system: {name: x, link: [" + "a, ".repeat(100_000) + "]}\n")
                .map(entry -> Arguments.of(new OpenSourceIndex(BOOK), text("a.yaml", entry)));
        Stream<Arguments> releases = Stream.of("release:\n  name: x\n  components:\n" + "  - {name: Datasets, license: MIT}\n".repeat(20_000),
                "release: {name: x, license: " + nested("{a: ", "}", 40) + "}\n")
                .map(entry -> Arguments.of(new ModelOpenness(BOOK), text("a.yaml", entry)));
        Stream<Arguments> reports = Stream.of(HEAD + full("a,b,c,d,e,f,1\n"), HEAD + full("a\n"), HEAD + "\"" + full("a\n"), full(","), HEAD
                + full("\n"),
                HEAD + full("\"\"")).map(table -> Arguments.of(new TransparencyReport(), text("Acme_fmtransparencyreport_Dec2025.csv", table)));
        return Stream.of(cards, entries, releases, reports).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(30)
    void a_hostile_file_is_answered_soon_and_with_little_memory(RecordFormat format, Source file) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Imported imported = format.read(List.of(file), Origin.UNKNOWN);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
        assertThat(imported.records().isEmpty() && imported.remarks().isEmpty()).isFalse();
        assertThat(imported.remarks()).hasSizeLessThan(202);
        assertThat(imported.records()).allSatisfy(record -> assertThat(record.file().canonical()).hasSizeLessThan(200_000));
    }

    @ParameterizedTest
    @MethodSource("files")
    @Timeout(30)
    void settings_beside_a_card_may_be_hostile_as_well(RecordFormat format, Source file) {
        Imported imported = new HuggingFaceCard(BOOK).read(
                List.of(text("README.md", "---\nlicense: mit\n---\n"), new Source("config.json", file.bytes())), Origin.UNKNOWN);
        assertThat(imported.records()).hasSize(1);
        assertThat(imported.remarks()).isNotEmpty();
    }
}

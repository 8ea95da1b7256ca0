package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.DAY;
import static eu.vitrine.formats.ReaderFixtures.faults;
import static eu.vitrine.formats.ReaderFixtures.fixture;
import static eu.vitrine.formats.ReaderFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/** However a foreign file is damaged, reading it gives a record that can be stored or a remark with a place, and never an exception. */
class DamagedFilesTests {

    /** One of the formats with files that it reads. */
    private record Subject(RecordFormat format, List<String> names, List<byte[]> originals) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject(new HuggingFaceCard(BOOK), List.of("acme__river-7b-chat.README.md", "acme__river-7b-chat.config.json"), List.of(
                    bytes("acme__river-7b-chat.README.md"), bytes("acme__river-7b-chat.config.json"), bytes("one-slip.README.md"),
                    bytes("two-front-matters.README.md"))),
            new Subject(new OpenSourceIndex(BOOK), List.of("river.yaml"), List.of(bytes("river.yaml"))),
            new Subject(new ModelOpenness(BOOK), List.of("river.yml"), List.of(bytes("river-openness.yml"))),
            new Subject(new TransparencyReport(), List.of("Acme_fmtransparencyreport_Dec2025.csv"),
                    List.of(bytes("Acme_fmtransparencyreport_Dec2025.csv"))));
    private static final List<String> PIECES = List.of(
            "\0", "\"", "'", "{", "}", "[", "]", ":", ": ", "\n", "\n\n  ", "- ", "#", "# a: 1\n", "&a ", "*a", "!!x ", "? ", "|\n", ">\n",
                    "---\n", "\n---\n",
            "...\n", "1e999999999", "-0", ".", "~", "\t", "\\", "\\U0FFFFFFF", "\"\\ud800\"", "\"\\0\"", "\uFEFF", "\u2028", "\u0085", "null",
                    "true", "[]", "{}",
            "<<: *a", ",", "<!--", "-->", "```\n", "**", "- **Developed by:** ", "|", "\r", "\r\n", "%YAML 9.9\n", "{{ x }}", "TBD",
                    "license: other\n",
            "base_model: a/b\n", "gated: true\n", "漢字", "😀", "\"\"\"", ",,,,,,", "https://huggingface.co/a/b", "LicenseRef-", "/");

    private static byte[] bytes(String name) {
        return fixture(name).bytes();
    }

    private static void holds(Subject subject, List<Source> files, Origin origin) {
        files.forEach(subject.format()::recognises);
        Imported imported = subject.format().read(files, origin);
        assertThat(imported.records().isEmpty() && imported.remarks().isEmpty()).isFalse();
        assertThat(imported.records()).allSatisfy(record -> assertThat(faults(record)).isEmpty());
        assertThat(imported.records().stream().map(record -> record.file().slug()).distinct().count()).isEqualTo(imported.records().size());
        assertThat(imported.remarks()).hasSizeLessThan(files.size() * 202).allSatisfy(remark -> {
            assertThat(remark.problem()).matches("(?s).*\\S.*[.…]");
            assertThat(remark.fact() == null || ReaderFixtures.VOCABULARY.find(remark.fact()).isPresent()).as(remark.fact()).isTrue();
            assertThat(remark.place().line()).isNotNegative();
            assertThat(remark.place().file()).isNotBlank();
        });
    }

    @Property(tries = 1_000)
    void a_damaged_file_gives_a_record_or_a_remark(@ForAll("damaged") Damaged damaged) {
        Subject subject = SUBJECTS.get(damaged.subject());
        List<Source> files = new ArrayList<>();
        for (int i = 0; i < damaged.files().size(); i++) {
            files.add(new Source(subject.names().get(i % subject.names().size()), damaged.files().get(i)));
        }
        holds(subject, files, damaged.origin());
    }

    @Property(tries = 1_000)
    void bytes_of_any_kind_give_a_record_or_a_remark(@ForAll @Size(max = 400) byte[] bytes) {
        SUBJECTS.forEach(subject -> holds(subject, List.of(new Source(subject.names().getFirst(), bytes)), Origin.UNKNOWN));
    }

    @Property(tries = 150)
    void the_beginning_of_a_file_gives_a_record_or_a_remark(@ForAll double part) {
        for (Subject subject : SUBJECTS) {
            for (byte[] original : subject.originals()) {
                int length = (int) (Math.abs(part % 1) * original.length);
                holds(subject, List.of(new Source(subject.names().getFirst(), Arrays.copyOf(original, length))), Origin.UNKNOWN);
            }
        }
    }

    /** Files found by these tests, or by thinking, that once broke a reader of this kind. */
    @Example
    void files_that_broke_a_reader_once_do_so_no_more() {
        for (String seed : List.of("", "---", "---\n---", "---\n\n---\n---\n---\n", "---\n\"\\ud800\": 1\n---\n", "---\nlicense: \"\\0\"\n---\n",
                "---\na: &a [*a]\n---\n", "---\nlicense: {}\n---\n", "---\nlicense: [[mit]]\n---\n", "---\nbase_model: [a/b, a/b, c/b]\n---\n",
                "---\ndatasets: {a: b}\n---\n", "---\n? [a]\n: b\n---\n", "---\nextra_gated_fields: []\n---\n",
                        "---\nextra_gated_fields: {a: }\n---\n",
                "---\ntraining_progress: {num_tokens: 1e400}\n---\n", "---\nlicense: mit\n---\n# " + "x".repeat(100_000),
                        "---\nlicense: mit\n---\n# 😀\n",
                "---\nlicense: mit\n---\n<!-- <!-- 1 --> -->\n```\n<!-- 2\n", "---\nlicense: " + "a".repeat(5_000) + "\n---\n",
                "---\n    e: '\nh: 's\n---\n", "---\nlicense: mit\na: !%a\n---\n",
                "---\nlicense: mit\n---\n- **Developed by:** 😀\n- **Paper:** https://\n")) {
            holds(SUBJECTS.getFirst(), List.of(text("README.md", seed)), new Origin("https://huggingface.co/a/b", DAY));
            holds(SUBJECTS.getFirst(), List.of(text("README.md", seed)), Origin.UNKNOWN);
        }
        for (String seed : List.of("system: {name: \"\\ud800\"}", "system: {name: x, type: [text, 1, [a]]}", "system: []", "system: {name: 漢}",
                "system: {name: x}\nlicenses: {class: open, notes: \"Weights: . Code: ,, , .\"}", "system: {name: x, releasedate: 2025-13}",
                "system: {name: x, endmodellicense: ---}", "system: {name: x}\nweights_endmodel: {class: {}, link: {}}", "    e: '\nh: 's")) {
            holds(SUBJECTS.get(1), List.of(text("river.yaml", seed)), Origin.UNKNOWN);
        }
        for (String seed : List.of("release: {name: x, license: [], components: {}}",
                "release: {name: x, license: MIT, components: [{name: Datasets}]}",
                "release: {name: x, license: {a: {name: }}, components: [{name: }, {name: []}]}", "release: {name: x, date: 0001-01-01}")) {
            holds(SUBJECTS.get(2), List.of(text("river.yml", seed)), Origin.UNKNOWN);
        }
        String head = "Indicator,Definition,Notes,Disclosure,Justification,References,Score\n";
        for (String seed : List.of(head, head + "\"", head + "a\"b,c", head + ",,,,,,", head + ",,,,,,1", head
                + "Crawling,,,,No information,,0\n\0,,,,,,0")) {
            holds(SUBJECTS.get(3), List.of(text("Acme_fmtransparencyreport_Dec2025.csv", seed)), Origin.UNKNOWN);
        }
    }

    @Provide
    Arbitrary<Damaged> damaged() {
        Arbitrary<byte[]> pieces = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8))),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(3)));
        Arbitrary<Change> change = Combinators.combine(Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 40), pieces)
                .as(Change::new);
        Arbitrary<List<Change>> changes = change.list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<Origin> origins = Arbitraries.of(Origin.UNKNOWN, new Origin("https://huggingface.co/acme/river-7b-chat", DAY), new Origin("x",
                null));
        return Arbitraries.integers().between(0, SUBJECTS.size() - 1).flatMap(subject -> {
            Arbitrary<byte[]> file = Combinators.combine(Arbitraries.of(SUBJECTS.get(subject).originals()), changes).as(DamagedFilesTests::changed);
            return Combinators.combine(file.list().ofMinSize(1).ofMaxSize(3), origins).as((files, origin) -> new Damaged(subject, files, origin));
        });
    }

    private static byte[] changed(byte[] original, List<Change> changes) {
        byte[] bytes = original;
        for (Change change : changes) {
            bytes = change.to(bytes);
        }
        return bytes;
    }

    /** Files of one format after some damage. */
    record Damaged(int subject, List<byte[]> files, Origin origin) {
        @Override
        public String toString() {
            return subject + " " + files.stream().map(file -> new String(file, StandardCharsets.ISO_8859_1)).toList();
        }
    }

    /** Some bytes at a place, replaced by others. */
    private record Change(double where, int removed, byte[] added) {
        byte[] to(byte[] bytes) {
            int from = (int) (where * bytes.length);
            int until = Math.min(bytes.length, from + removed);
            byte[] changed = new byte[bytes.length - (until - from) + added.length];
            System.arraycopy(bytes, 0, changed, 0, from);
            System.arraycopy(added, 0, changed, from, added.length);
            System.arraycopy(bytes, until, changed, from + added.length, bytes.length - until);
            return changed;
        }
    }
}

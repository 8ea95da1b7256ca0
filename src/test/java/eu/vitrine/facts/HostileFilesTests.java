package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, reading it gives a node or a complaint with its place, with little memory and a flat stack. */
class HostileFilesTests {

    private static final int FULL = 3 * 1024 * 1024 - 200;
    /** All that is allocated on the way, most of it at once free again. */
    private static final long MOST_ALLOCATED = 700_000_000L;
    /** Far less than a server's thread has. */
    private static final long STACK = 256 * 1024;
    private static final List<String> RECORDS = records();
    private static final List<String> PIECES = List.of(
            "\0", "\"", "'", "{", "}", "[", "]", ":", ": ", "\n", "\n\n  ", "- ", "#", "&a ", "*a", "!!x ", "!%a ", "!%C3%28 ", "!<a> ", "! ", "? ", "|\n",
            ">\n", "|9\n", "%YAML 9.9\n", "%YAML 99999999999.1\n---\n", "%TAG ! !\n", "%TAG !e! tag:%zz,\n", "---\n", "...\n", "1e999999999", ".", "~", "\t",
            "\\", "\\U0FFFFFFF", "\\U00110000", "\\xZZ", "\\u12", "\"\\ud800\"", "\ud800", "\udc00", "\uFEFF", "\uFFFE", "\u0085", "\u2028", "\u202E", "\u2066",
            "null", "[]", "{}", "<<: *a", ",", "@", "`", "\r", "\r\n", "  e: '\nh: 's", "\u0007", "\u007F", "😀");

    private static List<String> records() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/catalogue"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted(Comparator.comparing(Path::toString)).limit(4).map(file -> {
                try {
                    String text = Files.readString(file);
                    return text.substring(0, Math.min(2_000, text.length()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void holds(String text) {
        Throwable thrown = catchThrowable(() -> LocatedReader.read(text, "a.yaml"));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(InvalidFile.class);
            assertThat(((InvalidFile) thrown).problems()).isNotEmpty().hasSizeLessThan(100).allSatisfy(problem -> {
                assertThat(problem.file()).isEqualTo("a.yaml");
                assertThat(problem.message()).containsPattern("[a-z]{2,} [a-z]").doesNotContain("snakeyaml", "jackson", "java.");
                boolean whole = problem.message().equals("the file is empty");
                assertThat(problem.line()).as(problem.toString()).isGreaterThanOrEqualTo(whole ? 0 : 1);
                assertThat(problem.column()).as(problem.toString()).isGreaterThanOrEqualTo(whole ? 0 : 1);
            });
        }
    }

    @Property(tries = 2_000)
    void bytes_of_any_kind_give_a_node_or_a_complaint(@ForAll @Size(max = 300) byte[] bytes) {
        holds(new String(bytes, StandardCharsets.UTF_8));
        holds(new String(bytes, StandardCharsets.ISO_8859_1));
        holds(new String(bytes, StandardCharsets.UTF_16BE));
        holds("{\"" + new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 4_000)
    void pieces_of_yaml_in_any_order_give_a_node_or_a_complaint(@ForAll("pieces") String text) {
        holds(text);
        holds("{\"a\": [" + text);
    }

    @Property(tries = 3_000)
    void a_damaged_record_gives_a_node_or_a_complaint(@ForAll("damaged") String text) {
        holds(text);
    }

    @Provide
    Arbitrary<String> pieces() {
        Arbitrary<String> words = Arbitraries.strings().withChars("ab: \n-'\"#,0e%!&*").ofMaxLength(4);
        return Arbitraries.oneOf(Arbitraries.of(PIECES), words).list().ofMinSize(1).ofMaxSize(14).map(all -> String.join("", all));
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<String> once = Combinators.combine(Arbitraries.of(RECORDS), Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 40),
                pieces()).as(HostileFilesTests::replaced);
        return Combinators.combine(once, Arbitraries.doubles().between(0, 1), Arbitraries.of(PIECES), Arbitraries.doubles().between(0, 2))
                .as((text, where, piece, kept) -> {
                    String twice = replaced(text, where, 0, piece);
                    return twice.substring(0, (int) (Math.min(1, kept) * twice.length()));
                });
    }

    private static String replaced(String text, double where, int removed, String piece) {
        int from = (int) (where * text.length());
        return text.substring(0, from) + piece + text.substring(Math.min(text.length(), from + removed));
    }

    /** Smallest documents that once let something else through than a complaint. */
    @ParameterizedTest
    @ValueSource(strings = {"    e: '\nh: 's", "!%a", "!%a x", "!<%a> x", "%TAG !e! tag:%zz,\n--- !e!a x", "\"\\u", "\"\\U0FFFFFFF\"", "\"\\U00110000\"", "x: \"\\ud800\"",
        "x: \ud800", "\udc00", "%YAML 99999999999.1\n---\n", "%YAML 9", "- - -\n -", "? ? ?\n: :", "&a", "*a", "&a *a", "a: *a", "- &a [*b]", "|", ">99\n", "|0\n a", "--- ---",
        "\uFEFF\uFEFF", "\uFEFF", "---\uFEFFa", "\0", "[", "{", "{\"", "{\"a\"", "{\"a\":", "[\"\\ud800\"]", "[1e999999999]", "[-]", "[\"\\u", "{\"a\": 1, \"a\": 2}", "[1] [2]", "[,]",
        "{}}", "x: 1e-999999999", "x: 99999999999e99999999999", "@", "`", "%", "\t", "- \t- a", "\r", "\u2028", "\u0085", "a:\n\t- b", "\"a\n---\nb\"", "'a\n...\nb'"})
    void a_document_that_broke_a_reader_once_is_answered(String text) {
        holds(text);
    }

    @Example
    void a_quotation_taken_up_at_the_margin_is_refused_where_it_stands() {
        assertThat(catchThrowable(() -> LocatedReader.read("    e: '\nh: 's", "a.yaml"))).hasMessageStartingWith("a.yaml:2:").hasMessageContaining("not well-formed");
    }

    @Example
    void a_tag_with_half_an_escape_is_refused_where_it_stands() {
        assertThat(catchThrowable(() -> LocatedReader.read("x: 1\ny: !%a", "a.yaml"))).hasMessageStartingWith("a.yaml:2:").hasMessageContaining("a.yaml");
    }

    @Example
    void a_text_with_the_tag_of_texts_stays_a_text() {
        assertThat(((Located.Scalar) LocatedReader.read("!!str 5", "a.yaml")).value()).isEqualTo("5");
    }

    @Example
    void a_byte_order_mark_is_passed_over_before_yaml_and_json() {
        assertThat(LocatedReader.read("\uFEFFx: 1", "a.yaml")).isEqualTo(LocatedReader.read("x: 1", "a.yaml"));
        assertThat(LocatedReader.read("\uFEFF{\"x\": 1}", "a.yaml")).isEqualTo(LocatedReader.read("{\"x\": 1}", "a.yaml"));
    }

    @Example
    void an_alias_repeats_what_stands_at_its_anchor() {
        Located.Mapping root = (Located.Mapping) LocatedReader.read("a: &a [x]\nb: *a\nc: &a y\nd: *a", "a.yaml");
        assertThat(root.get("b")).isSameAs(root.get("a"));
        assertThat(((Located.Scalar) root.get("d")).value()).isEqualTo("y");
    }

    private static String full(String piece) {
        return piece.repeat(FULL / piece.length());
    }

    private static String keys(int most, String begin, String each, String end) {
        return IntStream.range(0, most).mapToObj(each::formatted).collect(Collectors.joining("", begin, end));
    }

    /** Keys whose hashes are all the same. */
    private static String colliding(String begin, String each, String end) {
        return IntStream.range(0, 1 << 16).mapToObj(i -> {
            StringBuilder key = new StringBuilder();
            for (int bit = 0; bit < 16; bit++) {
                key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return each.formatted(key);
        }).collect(Collectors.joining("", begin, end));
    }

    private static String bomb(int width, int levels) {
        StringBuilder bomb = new StringBuilder("a0: &a0 [" + "x, ".repeat(width) + "x]\n");
        for (int i = 1; i < levels; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(width, "*a" + (i - 1)))));
        }
        return bomb.toString();
    }

    /** Each is made when it is read: they are large. */
    private static Map<String, Supplier<String>> hostile() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("aliases that multiply", () -> bomb(4, 12));
        all.put("aliases that double", () -> bomb(2, 25));
        all.put("an alias of a long text, repeated", () -> "a: &a " + "x".repeat(1_000_000) + "\nb: [" + "*a, ".repeat(250_000) + "*a]");
        all.put("an anchor for each entry", () -> keys(250_000, "", "- &a%d x\n", ""));
        all.put("a million keys", () -> keys(220_000, "", "k%d: 1\n", "") + full("a: 1\n").substring(0, 300_000));
        all.put("a million keys of JSON", () -> keys(1_000_000, "{\"a\":0", ",\"k%x\":1", "}").substring(0, FULL));
        all.put("one key a million times", () -> full("a: 1\n"));
        all.put("one long key many times", () -> ("k".repeat(900) + ": 1\n").repeat(3_000));
        all.put("keys with one hash", () -> colliding("", "%s: 1\n", ""));
        all.put("keys of JSON with one hash", () -> colliding("{\"a\":0", ",\"%s\":1", "}"));
        all.put("commas", () -> "[" + full("1,") + "1]");
        all.put("commas of YAML", () -> "a: [" + full("a,"));
        all.put("empty objects", () -> "[" + full("{},") + "{}]");
        all.put("empty lists of YAML", () -> "a: [" + full("[],"));
        all.put("dashes", () -> full("- "));
        all.put("dashes on lines", () -> full("-\n"));
        all.put("question marks", () -> full("? "));
        all.put("colons", () -> full(": "));
        all.put("open lists", () -> full("["));
        all.put("open lists of YAML", () -> "a: " + full("["));
        all.put("open objects", () -> full("{\"a\":"));
        all.put("open mappings", () -> "a: " + full("{a: "));
        all.put("a stair of keys", () -> IntStream.range(0, 2_400).mapToObj(i -> " ".repeat(i) + "a:\n").collect(Collectors.joining()).substring(0, 2_800_000));
        all.put("one long text", () -> "a: " + full("x"));
        all.put("one long quotation", () -> "a: \"" + full("\\n") + "\"");
        all.put("one long quotation without end", () -> "a: '" + full("''"));
        all.put("one long text of JSON", () -> "{\"a\": \"" + full("x") + "\"}");
        all.put("one long key", () -> full("k") + ": 1");
        all.put("one long block", () -> "a: |\n" + full(" x\n"));
        all.put("one long folded block", () -> "a: >\n" + full(" x\n\n"));
        all.put("one long number", () -> "a: " + full("9"));
        all.put("one long number of JSON", () -> "{\"a\": " + full("9") + "}");
        all.put("almost a number", () -> "a: " + full("1") + ".x");
        all.put("large exponents", () -> full("- 1e999999999\n"));
        all.put("large exponents of JSON", () -> "[" + full("1e399,") + "1e999999999]");
        all.put("one comment", () -> "#" + full("x"));
        all.put("comments", () -> full("#\n"));
        all.put("spaces", () -> full(" "));
        all.put("empty lines", () -> full("\n"));
        all.put("tabs", () -> full("\t"));
        all.put("tags", () -> full("!!x "));
        all.put("a long tag", () -> "!" + full("x") + " y");
        all.put("escapes in a tag", () -> "!" + full("%C3%A4") + " y");
        all.put("a long anchor", () -> "&" + full("a") + " y");
        all.put("documents", () -> full("---\n"));
        all.put("directives", () -> full("%TAG !a! b\n"));
        all.put("different directives", () -> keys(150_000, "", "%%TAG !a%d! b\n", ""));
        all.put("byte order marks", () -> full("\uFEFF"));
        all.put("halves of pairs", () -> full("\ud800"));
        all.put("bytes of nothing", () -> full("\0"));
        all.put("UTF-16 read as Latin", () -> new String(full("a: 1\n").substring(0, FULL / 2).getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1));
        all.put("bidirectional controls", () -> full("- \u202Eabc\u2066\n"));
        return all;
    }

    static Stream<String> names() {
        return hostile().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    @Timeout(20)
    void a_hostile_document_costs_little_memory_and_no_stack(String name) throws InterruptedException {
        String text = hostile().get(name).get();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[1];
        Throwable[] failure = new Throwable[1];
        Thread reader = new Thread(null, () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            failure[0] = catchThrowable(() -> LocatedReader.read(text, "a.yaml"));
            allocated[0] = threads.getCurrentThreadAllocatedBytes() - before;
        }, "reader", STACK);
        reader.start();
        reader.join();
        assertThat(failure[0] == null || failure[0] instanceof InvalidFile).as(String.valueOf(failure[0])).isTrue();
        assertThat(String.valueOf(failure[0])).hasSizeLessThan(50_000);
        assertThat(allocated[0]).isLessThan(MOST_ALLOCATED);
    }
}

package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** However a file is damaged, reading it gives a record or problems with a place, and never an exception. */
class MutationTests {

    private static final List<byte[]> ORIGINALS = List.of(
            start(Shipped.CATALOGUE.get(2).bytes()), start(Reads.read(Shipped.CATALOGUE).records().get(2).canonical()),
            Reads.scenario("model.training.compute: {value: 2e25, min: 1e25, also: [{state: none}]}",
                    "model.lineage.bases: {rows: [{model: a, relation: merge, as_of: 2025-01}], complete: true}",
                    "model.summary.url: {state: absent, searched: {where: [x], on: 2026-08-02}}",
                    "licence.restrictions.excluded_territories: [EU, 'GB', \"\\u0041\"]").getBytes(StandardCharsets.UTF_8));
    private static final List<String> PIECES = List.of(
            "\0", "\"", "'", "{", "}", "[", "]", ":", ": ", "\n", "\n\n  ", "- ", "#", "&a ", "*a", "!!x ", "? ", "|\n", ">\n", "%YAML 9.9\n",
            "%YAML 99999999999.1\n---\n", "%TAG ! !\n", "---\n", "...\n", "1e999999999", "-0", ".", "~", "\t", "\\", "\\U0FFFFFFF", "\"\\ud800\"",
            "\uFEFF", "\u2028", "null", "true", "[]", "{}", "<<: *a", ",", "2025-02-30", "0x", "99999999999999999999", "\\x", "@", "`");

    private static byte[] start(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, 3_000));
    }

    @Property(tries = 3_000)
    void a_damaged_file_gives_a_record_or_problems(@ForAll("damaged") byte[] bytes) {
        Reading reading = Reads.read(List.of(new Source("a.yaml", bytes)));
        assertThat(reading.records().size() == 1).isEqualTo(reading.problems().isEmpty());
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("a.yaml");
            assertThat(problem.line()).isNotNegative();
            assertThat(problem.message()).isNotBlank();
        });
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<byte[]> pieces = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(PIECES).map(piece -> piece.getBytes(StandardCharsets.UTF_8))),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(3)));
        Arbitrary<Change> changes = Combinators.combine(
                        Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 40), pieces)
                .as(Change::new);
        return Combinators.combine(Arbitraries.of(ORIGINALS), changes.list().ofMinSize(1).ofMaxSize(4)).as((original, all) -> {
            byte[] bytes = original;
            for (Change change : all) {
                bytes = change.to(bytes);
            }
            return bytes;
        });
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

package eu.vitrine.formats;

import static eu.vitrine.formats.ReaderFixtures.BOOK;
import static eu.vitrine.formats.ReaderFixtures.VOCABULARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small files of every format that is imported, damaged in their bytes and read by the way an upload goes: each gives records, or remarks with
 * the name of the file, a place and a sentence of our own; and nothing is ever thrown but what says so.
 */
class FuzzedFormatsTests {

    static final Formats FORMATS = Formats.with(VOCABULARY, BOOK);
    private static final long SEED = 20_261_125L;
    private static final int TRIES = Integer.getInteger("vitrine.fuzz.tries", 400);
    /** Only to end what would not end; a file of this size takes milliseconds. */
    private static final long MOST_NANOS = Duration.ofSeconds(10).toNanos();
    /** What belongs to programs and their libraries and to nobody's screen. */
    static final Pattern INNARDS = Pattern.compile("\\b[A-Z]\\w+(Exception|Error)\\b|\\n\\s+at \\w+[.]|\\b(eu\\.vitrine|org\\.springframework|org\\.apache|org\\.dhatim|java\\.lang|java\\.util|java\\.io|"
            + "javax\\.xml|com\\.fasterxml|org\\.yaml|tools\\.jackson)\\.|StreamRead|JsonToken|\\bget[A-Z]\\w+\\(|\\[Source: |JAXP\\d|ParseError|\\bTag\\(|DumperOptions");

    private static final String RECORD = """
            schema_version: 2
            slug: river-7b
            name: River 7B
            version: '1'
            model:
              identifiers:
                hub_id: &hub
                  value: acme/river-7b
                  source_url: https://example.org/river
                  as_of: '2026-03-13'
                  note: "no revision \\u00e9"
              training:
                compute: {value: 1.5e23, min: 1e23, max: 2e23, source_url: https://example.org/river, as_of: '2026-03'}
            provider:
              slug: acme
              brand: {value: Acme, source_url: https://example.org, as_of: '2026'}
            licences:
              - slug: apache-2-0
                id: {value: Apache-2.0, source_url: https://example.org/l, as_of: '2026-03-13'}
            """;
    private static final String JSON = """
            [{"schema_version": 2, "slug": "a", "name": "A", "facts": {"model.training.compute": {"value": 2e25, "min": 1e25, "also": [{"state": "none"}]}}},
             {"slug": "b", "name": "B", "facts": {"licence.restrictions.excluded_territories": ["EU", "GB", "\\u0041"], "model.summary.url":
              {"state": "absent", "searched": {"where": ["x"], "on": "2026-08-02"}}}}]
            """;
    private static final String CSV = """
            slug;name;model.training.compute;model.training.compute.source;model.release.first_public_date;licences
            river-7b;"River ""7B"", small";1,5e23;https://example.org/river;2026-04-01;apache-2-0 (weights)
            brook-1b;'=Brook;withheld;;unknown;

            lake;"two
            lines";1.234;x;2026;mit; more
            """;

    /** The files of one import; any of them may be the one that is damaged. */
    record Seeds(String format, List<Source> files) {
        @Override
        public String toString() {
            return format + " " + files.stream().map(Source::name).toList();
        }
    }

    static List<Seeds> seeds() {
        return List.of(
                one("vitrine", text("river.yaml", RECORD)), one("vitrine", text("rivers.yaml", RECORD + "---\n" + RECORD.replace("river-7b", "brook"))), one("vitrine", text("two.json", JSON)),
                one("table", text("models.csv", CSV)), one("table", new Source("models.xlsx", Workbooks.PLAIN)),
                new Seeds("hugging-face-card", List.of(named("README.md", "acme__river-7b-chat.README.md"), named("config.json", "acme__river-7b-chat.config.json"),
                        named("model.safetensors.index.json", "acme__river-7b-chat.model.safetensors.index.json"))),
                one("cyclonedx", named("bom.json", "bom-1.5.json")), one("cyclonedx", named("bom.json", "bom-1.7.json")), one("cyclonedx", named("bom.xml", "bom-1.6.xml")),
                one("spdx", named("ai.spdx.json", "ai.spdx.json")), one("open-source-ai-index", named("river.yaml", "river.yaml")),
                one("model-openness-framework", named("river.yml", "river-openness.yml")),
                one("transparency-report", named("Acme_fmtransparencyreport_Dec2025.csv", "Acme_fmtransparencyreport_Dec2025.csv")));
    }

    private static Seeds one(String format, Source file) {
        return new Seeds(format, List.of(file));
    }

    private static Source named(String name, String fixture) {
        return new Source(name, ReaderFixtures.fixture(fixture).bytes());
    }

    private static Source text(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads as an upload is read: it is recognised, then read by its format, and of a table the columns and rows are shown. */
    static Imported holds(String format, List<Source> files) {
        files.forEach(FORMATS::recognise);
        Imported imported = FORMATS.of(format).orElseThrow().read(files, Origin.UNKNOWN);
        Set<String> names = Set.copyOf(files.stream().map(Source::name).toList());
        assertThat(imported.records().isEmpty() && imported.remarks().isEmpty()).as("silence").isFalse();
        assertThat(imported.remarks()).allSatisfy(remark -> {
            assertThat(names).contains(remark.place().file());
            assertThat(remark.place().line()).isNotNegative();
            ours(remark.problem());
        });
        if (format.equals("table")) {
            shown(files.getFirst());
        }
        return imported;
    }

    private static void shown(Source table) {
        try {
            FORMATS.tables().samples(table, 3);
            FORMATS.tables().rows(table, Set.of(1, 2));
        } catch (InvalidFile e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.file()).isEqualTo(table.name());
                assertThat(problem.line()).isNotNegative();
                ours(problem.message());
            });
        }
    }

    private static void ours(String sentence) {
        assertThat(sentence).containsPattern("\\p{L}{2,} \\p{L}").doesNotContainPattern(INNARDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_seed_itself_is_read(Seeds seeds) {
        assertThat(holds(seeds.format(), seeds.files()).records()).isNotEmpty();
        assertThat(FORMATS.recognise(seeds.files().getFirst())).hasValueSatisfying(format -> assertThat(format.id()).isEqualTo(seeds.format()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_damaged_file_is_read_or_refused_in_our_words(Seeds seeds) {
        List<String> failures = new ArrayList<>();
        for (long seed = SEED; seed < SEED + TRIES && failures.size() < 3; seed++) {
            Random random = new Random(seed);
            List<Source> files = new ArrayList<>(seeds.files());
            int damaged = random.nextInt(files.size());
            Source file = files.get(damaged);
            byte[] bytes = file.name().endsWith(".xlsx") ? Mutation.ofWorkbook(file.bytes(), random) : Mutation.of(file.bytes(), random);
            files.set(damaged, new Source(file.name(), bytes));
            long start = System.nanoTime();
            Throwable thrown = catchThrowable(() -> holds(seeds.format(), files));
            boolean slow = System.nanoTime() - start > MOST_NANOS;
            if (thrown != null || slow) {
                failures.add("seed " + seed + (slow ? " took too long" : " gave " + thrown + "\n  at "
                        + Arrays.stream(thrown.getStackTrace()).limit(12).map(String::valueOf).collect(Collectors.joining("\n  at ")))
                        + "\n" + file.name() + " in base64: " + Base64.getEncoder().encodeToString(bytes));
            }
        }
        assertThat(failures).isEmpty();
    }
}

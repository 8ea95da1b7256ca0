package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that grow without measure when read carelessly are refused by a process that has hardly more memory than the readers take. */
class LittleMemoryTests {

    /** The classes and the vocabulary alone take a good part of it. */
    private static final String HEAP = "-Xmx96m";
    private static final String SHEET = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    /** @param because words of the answer that tell that the file was refused for what it is; null where it may as well be read, with a remark */
    private record Hostile(String format, byte[] content, @Nullable String because) {}

    private final Map<String, Hostile> files = new LinkedHashMap<>();

    private void text(String name, String format, String content, @Nullable String because) {
        files.put(name, new Hostile(format, content.getBytes(StandardCharsets.UTF_8), because));
    }

    private void sheet(String name, int level, String content, String because) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Mutation.unpacked(Workbooks.PLAIN));
        parts.put("xl/worksheets/sheet1.xml", (SHEET + content + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
        files.put(name, new Hostile("table", Mutation.packed(parts, level), because));
    }

    private void all() {
        int packed = Deflater.BEST_COMPRESSION;
        int stored = Deflater.NO_COMPRESSION;
        sheet("zip-bomb.xlsx", packed, "<row/>".repeat(15_000_000), "100 times its size");
        sheet("a-million-empty-cells.xlsx", stored, "<row>" + "<c/>".repeat(1_000_000) + "</row>", "more than 1000 columns");
        sheet("a-million-empty-cells-packed.xlsx", packed, "<row>" + "<c/>".repeat(1_000_000) + "</row>", "100 times its size");
        sheet("a-million-rows.xlsx", stored, "<row><c><v>1</v></c></row>".repeat(700_000), "more than 10000 rows");
        sheet("a-cell-far-away.xlsx", packed, "<row><c r=\"ZZZZZZ1\"/></row>", "no place in a sheet");
        sheet("a-text-far-away.xlsx", packed, "<row><c t=\"s\"><v>900000000</v></c></row>", "a text that the workbook does not hold");
        sheet("a-long-cell.xlsx", stored, "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(15_000_000) + "</t></is></c></row>", "far more than 32767 characters");
        sheet("deep.xlsx", stored, "<row><c t=\"inlineStr\"><is>" + "<t>".repeat(1_000_000), "damaged");
        text("entities.xml", "cyclonedx", entities(), "document type");
        text("deep.xml", "cyclonedx", "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</bom>", "deep");
        text("aliases.yaml", "vitrine", "slug: x\n" + aliases(), "aliases");
        text("README.md", "hugging-face-card", "---\n" + aliases() + "---\n", "states no fact");
        text("deep.yaml", "vitrine", "slug: x\nfacts: " + "[".repeat(100_000) + "]".repeat(100_000), "deep");
        text("deep-mappings.yaml", "vitrine", "slug: x\nfacts: " + "{a: ".repeat(100_000) + "}".repeat(100_000), "deep");
        text("deep.json", "vitrine", "{\"slug\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "deep");
        text("deep-list.json", "vitrine", "[".repeat(100_000) + "]".repeat(100_000), "nested more than 100 deep");
        text("deep.spdx.json", "spdx", "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":" + "{\"a\":".repeat(100_000) + "0" + "}".repeat(100_000) + "}", "deep");
        text("word.yaml", "vitrine", "slug: " + "x".repeat(3_000_000), "the slug");
        text("word.json", "vitrine", "{\"slug\": \"" + "x".repeat(3_000_000) + "\"}", "a text here has more than 1000000 characters");
        text("word.yml", "model-openness-framework", "release: {name: " + "x".repeat(3_000_000) + "}", "does not describe a release");
        text("cell.csv", "table", "slug,name\nx," + "y".repeat(4_000_000) + "\n", "more than 32767 characters");
        text("Acme_fmtransparencyreport_Dec2025.csv", "transparency-report", "Indicator,Definition,Notes,Disclosure,Justification,References,Score\na," + "y".repeat(4_000_000) + ",,,,,1\n", null);
        text("a-million-members.json", "vitrine", members(1_000_000), "larger than 4 MiB");
        text("members-in-4-mb.json", "vitrine", members(350_000), "300000 entries");
        text("a-million-members.cdx.json", "cyclonedx", members(1_000_000), "bytes");
        text("members-in-4-mb.cdx.json", "cyclonedx", members(350_000), "300000 entries");
    }

    private static String entities() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\">");
        for (char each = 'b'; each <= 'k'; each++) {
            bomb.append("<!ENTITY ").append(each).append(" \"").append(("&" + (char) (each - 1) + ";").repeat(10)).append("\">");
        }
        return bomb + "]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><a>&k;</a></bom>";
    }

    private static String aliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, "*a" + (i - 1)))));
        }
        return bomb.toString();
    }

    private static String members(int most) {
        return IntStream.range(0, most).mapToObj(i -> ",\"%x\":1".formatted(i)).collect(Collectors.joining("", "{\"slug\":\"a\"", "}"));
    }

    @Test
    void hostile_files_are_refused_one_after_the_other_in_96_megabytes(@TempDir Path folder) throws IOException, InterruptedException {
        all();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-Xss512k", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), ReadsHostileFiles.class.getName()));
        for (Map.Entry<String, Hostile> file : files.entrySet()) {
            command.add(file.getValue().format());
            command.add(Files.write(folder.resolve(file.getKey()), file.getValue().content()).toString());
        }
        Path said = folder.resolve("said");
        Process reader = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = reader.waitFor(120, TimeUnit.SECONDS);
        reader.destroyForcibly().waitFor();
        String all = Files.readString(said);
        assertThat(ended).as(all).isTrue();
        assertThat(all).doesNotContain("OutOfMemoryError", "StackOverflowError");
        assertThat(reader.exitValue()).as(all).isZero();
        Map<String, String> answers = all.lines().filter(line -> files.containsKey(line.split(" ")[0]))
                .collect(Collectors.toMap(line -> line.split(" ")[0], line -> line));
        assertThat(answers.keySet()).isEqualTo(files.keySet());
        files.forEach((name, file) -> {
            if (file.because() != null) {
                assertThat(answers.get(name)).startsWith(name + " refused: ").contains(file.because()).doesNotContainPattern(FuzzedFormatsTests.INNARDS);
            }
        });
    }
}

package eu.vitrine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier printed in docs/audit-log.md, run as it stands there: the description of the format suffices to write one. */
class PythonVerifierTests {

    private final SigningKey key = SigningKey.generate(RecordedLog.ORIGIN);
    private final SigningKey other = SigningKey.generate(RecordedLog.ORIGIN);

    @TempDir
    private Path folder;

    @BeforeEach
    void the_page_holds_a_program_and_the_machine_has_python() throws IOException, InterruptedException {
        String page = Files.readString(Path.of("docs/audit-log.md"));
        String program = page.substring(page.indexOf("```python\n") + 10, page.lastIndexOf("```"));
        assertThat(program.lines().count()).isBetween(50L, 120L);
        Files.writeString(folder.resolve("verify.py"), program);
        assumeTrue(hasPython(), "python3 is not installed");
    }

    @Test
    void it_finds_intact_what_is_intact() throws Exception {
        assertThat(verify(RecordedLog.ofTen(key).lines())).isEqualTo("0 Intact: 10 events.");
        assertThat(verify(new RecordedLog(key).recordWithWords(Words.of("be\u00e7ause")).recordWithWords(Words.of("so")).erase(1).recordUpTo(4).lines()))
                .isEqualTo("0 Intact: 4 events.");
        assertThat(verify(new RecordedLog(key).recordUpTo(8).changeKey(other, false).recordUpTo(10).sign().lines())).isEqualTo("0 Intact: 10 events.");
    }

    @Test
    void it_finds_what_was_altered() throws Exception {
        List<String> edited = RecordedLog.ofTen(key).lines();
        edited.set(3, edited.get(3).replace("event 3", "event three"));
        assertThat(verify(edited)).isEqualTo("1 Altered. Event 3 is not the one on which event 4 was recorded.");
        List<String> gone = new RecordedLog(key).recordWithWords(Words.of("because")).recordUpTo(4).lines();
        gone.remove(2);
        assertThat(verify(gone)).isEqualTo("1 Altered. The reason of event 1 is missing, and no event says that it was erased.");
        List<String> swapped = RecordedLog.ofTen(key).lines();
        Collections.swap(swapped, 3, 4);
        assertThat(verify(swapped)).isEqualTo("1 Altered. Event 3 is missing.");
        List<String> replaced = new RecordedLog(key).recordUpTo(9).record("probe.written", Instant.parse("2026-11-25T10:00:10Z"), "forged").sign().lines();
        replaced.set(13, RecordedLog.ofTen(key).lines().get(13));
        assertThat(verify(replaced)).isEqualTo("1 Altered. An event from 9 to 10 was replaced.");
        assertThat(verify(RecordedLog.ofTen(other).lines())).isEqualTo("1 Altered. No checkpoint is signed by the key you trust.");
        assertThat(verify(new RecordedLog(key).recordUpTo(5).record("probe.written", Instant.parse("2026-11-25T09:00:00Z"), "back").sign().lines()))
                .isEqualTo("1 Altered. Event 6 is dated before an earlier one.");
    }

    @Test
    void it_finds_what_was_cut_off() throws Exception {
        List<String> cut = RecordedLog.ofTen(key).lines();
        assertThat(verify(cut.subList(0, 12))).isEqualTo("1 Altered. Event 10 is missing, and all after it.");
        Path kept = Files.writeString(folder.resolve("kept.txt"), RecordedLog.ofTen(key).newestCheckpoint().written());
        assertThat(verify(new RecordedLog(key).recordUpTo(8).lines(), kept.toString())).isEqualTo("1 Altered. Event 9 is missing, and all after it.");
    }

    @Test
    void it_says_what_is_not_proven() throws Exception {
        assertThat(verify(new RecordedLog(key).recordUpTo(8).changeKey(other, true).recordUpTo(10).sign().lines()))
                .isEqualTo("2 Incomplete: events 9 to 10 are covered by no checkpoint of a trusted key.");
    }

    private String verify(List<String> lines, String... more) throws IOException, InterruptedException {
        Path export = Files.writeString(folder.resolve("export.jsonl"), String.join("\n", lines) + "\n");
        List<String> command = new ArrayList<>(List.of("python3", folder.resolve("verify.py").toString(), export.toString(), key.verifier().written()));
        command.addAll(List.of(more));
        Process python = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile()).start();
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return python.exitValue() + " " + Files.readString(folder.resolve("out.txt")).strip();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

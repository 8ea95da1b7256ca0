package eu.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.proof.RecordedLog;
import eu.vitrine.proof.SigningKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final SigningKey key = SigningKey.generate(RecordedLog.ORIGIN);
    private final RecordedLog log = RecordedLog.ofTen(key);
    private String export = "";
    private String keys = "";

    @BeforeEach
    void an_auditor_has_an_export_and_a_key() throws IOException {
        export = file("export.jsonl", log.text());
        keys = file("keys.txt", "# from the administrator, 25 November\n\n" + key.verifier().written() + "\n");
    }

    @Test
    void an_intact_log_ends_with_0() {
        assertThat(run("verify", export, "--key", keys)).isZero();
        assertThat(out.toString()).startsWith("Intact: 10 events, and 3 checkpoints.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_altered_log_ends_with_1_and_names_the_event() throws IOException {
        file("export.jsonl", log.text().replace("event 3", "event three"));
        assertThat(run("verify", export, "--key", keys)).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("Altered. Event 3 is not the one on which event 4 was recorded.\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void a_log_cut_short_ends_with_1_against_a_checkpoint_kept_elsewhere() throws IOException {
        file("export.jsonl", new RecordedLog(key).recordUpTo(8).text());
        assertThat(run("verify", export, "--key", keys)).isZero();
        assertThat(run("verify", export, "--key", keys, "--checkpoint", file("kept.txt", log.newestCheckpoint().written()))).isEqualTo(1);
        assertThat(out.toString()).contains("Event 9 is missing");
    }

    @Test
    void without_a_key_it_ends_with_2() {
        assertThat(run("verify", export)).isEqualTo(2);
        assertThat(out.toString()).startsWith("Incomplete").contains("No trusted key was given");
    }

    @Test
    void a_file_that_is_something_else_ends_with_2_and_is_named() throws IOException {
        assertThat(run("verify", file("a.pdf", "%PDF-1.7\n"), "--key", keys)).isEqualTo(2);
        assertThat(run("verify", export, "--key", file("bad.txt", "what?\n"))).isEqualTo(2);
        assertThat(run("verify", export, "--key", file("none.txt", "# nothing\n"))).isEqualTo(2);
        assertThat(run("verify", export, "--checkpoint", file("bad.note", "what?\n"))).isEqualTo(2);
        assertThat(run("verify", folder.resolve("missing").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("a.pdf", "not an export of an audit log", "bad.txt", "not a public key", "none.txt", "holds no public key",
                "bad.note", "missing", "does not exist").doesNotContain("Exception");
    }

    @Test
    void without_an_export_it_ends_with_3() {
        assertThat(run("verify")).isEqualTo(3);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... args) {
        return Commands.run(CLOCK, new Output(new PrintWriter(out), new PrintWriter(err)), args);
    }
}

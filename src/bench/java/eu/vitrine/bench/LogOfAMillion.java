package eu.vitrine.bench;

import eu.vitrine.proof.Checkpoint;
import eu.vitrine.proof.CompactRange;
import eu.vitrine.proof.LogFile;
import eu.vitrine.proof.LogKey;
import eu.vitrine.proof.LogVerdict;
import eu.vitrine.proof.LogWalk;
import eu.vitrine.proof.Merkle;
import eu.vitrine.proof.SigningKey;
import eu.vitrine.proof.Trust;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Verifies an exported audit log of a million events, with a checkpoint after every thousand. */
final class LogOfAMillion {

    private static final int EVENTS = 1_000_000;
    private static final int EVERY = 1_000;
    private static final double MOST_SECONDS = 60;
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final Report report;
    private final Path file;
    private final SigningKey key = SigningKey.generate("log.example");

    LogOfAMillion(Report report, Path scratch) {
        this.report = report;
        file = scratch.resolve("audit-log.jsonl");
    }

    /** Whether it is intact and the aim of a minute is met. */
    boolean measure() throws IOException {
        write();
        long began = System.nanoTime();
        LogVerdict verdict;
        try (InputStream export = Files.newInputStream(file)) {
            verdict = LogFile.verify(export, new Trust(List.of(key.verifier()), List.of()));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        report.heading("Audit log verified");
        report.columns("events", "checkpoints", "MB", "wall s", "events per s");
        report.row(EVENTS, EVENTS / EVERY, Files.size(file) / 1e6, seconds, EVENTS / seconds);
        report.line("");
        boolean met = verdict instanceof LogVerdict.Intact && seconds <= MOST_SECONDS;
        report.line("The aim, intact within 60 s, is " + (met ? "met." : "NOT met: " + verdict));
        Files.delete(file);
        return met;
    }

    private void write() throws IOException {
        CompactRange tree = new CompactRange();
        String last = LogWalk.BEFORE_THE_FIRST;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            LogFile.head(out, key.verifier().name(), EVENTS, List.of(new LogKey(key.verifier(), null)));
            for (int seq = 1; seq <= EVENTS; seq++) {
                byte[] event = event(seq, last);
                byte[] leaf = Merkle.leaf(event);
                last = HexFormat.of().formatHex(leaf);
                tree.add(leaf);
                LogFile.event(out, event);
                if (seq % EVERY == 0) {
                    LogFile.checkpoint(out, key.sign(new Checkpoint(key.verifier().name(), seq, tree.root()).text()).written());
                }
            }
        }
    }

    /** About as long as a change of a record is. */
    private static byte[] event(int seq, String prev) {
        return ("{\"action\":\"model.revised\",\"actor\":{\"id\":\"0c1f5c5e-3f0a-4b53-9a0e-6a1b7b0f4a11\",\"name\":\"Ada Example\"},\"at\":\""
                + BEGINNING.plusSeconds(seq) + "\",\"detail\":{\"changed\":[\"model.training.compute\",\"model.release.date\"],\"hash\":\"" + prev
                + "\"},\"object\":{\"id\":\"model-" + seq % 5000 + "\",\"revision\":" + seq % 40 + ",\"type\":\"model\"},\"prev\":\"" + prev
                + "\",\"reason\":\"The provider has published a newer card.\",\"seq\":" + seq + "}").getBytes(StandardCharsets.UTF_8);
    }
}

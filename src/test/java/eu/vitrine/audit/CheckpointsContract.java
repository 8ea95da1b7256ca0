package eu.vitrine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import eu.vitrine.proof.Checkpoint;
import eu.vitrine.proof.LogFile;
import eu.vitrine.proof.LogKey;
import eu.vitrine.proof.LogVerdict;
import eu.vitrine.proof.SignedNote;
import eu.vitrine.proof.SigningKey;
import eu.vitrine.proof.Trust;
import eu.vitrine.proof.VerifierKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionOperations;

/** Checkpoints, keys and exports on every database the product runs on. */
@WithMockUser(roles = "AUDITOR")
abstract class CheckpointsContract {

    @Autowired
    AuditTrail trail;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    CheckpointTimer timer;

    @Autowired
    LogExport export;

    @Autowired
    LogKeys keys;

    @Autowired
    KeyFile keyFile;

    @Autowired
    AuditSettings settings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @TempDir
    Path folder;

    @Test
    void a_checkpoint_covers_every_event_and_is_kept_outside_the_database() throws IOException {
        long seq = record();
        KeptCheckpoint newest = checkpoints.make().orElseThrow();
        assertThat(checkpoints.newest()).contains(newest);
        assertThat(newest.events()).isGreaterThanOrEqualTo(seq);
        SignedNote note = SignedNote.parse(newest.note());
        assertThat(VerifierKey.parse(newest.key()).verifies(note)).isTrue();
        assertThat(Checkpoint.of(note)).isEqualTo(new Checkpoint(newest.origin(), newest.events(), newest.root()));
        assertThat(newest.outside()).isTrue();
        try (Stream<Path> files = Files.list(settings.checkpoints())) {
            Path file = files.filter(one -> one.getFileName().toString().startsWith("checkpoint-%012d-".formatted(newest.events()))).findFirst().orElseThrow();
            assertThat(file).hasContent(newest.note());
        }
    }

    @Test
    void where_nothing_is_new_no_checkpoint_is_made() {
        record();
        checkpoints.make();
        KeptCheckpoint newest = checkpoints.newest().orElseThrow();
        checkpoints.make();
        assertThat(checkpoints.newest()).contains(newest);
    }

    @Test
    void what_is_not_committed_is_not_signed() {
        record();
        checkpoints.make();
        long covered = checkpoints.newest().orElseThrow().events();
        transactions.executeWithoutResult(status -> {
            trail.record(entry());
            checkpoints.make();
            status.setRollbackOnly();
        });
        assertThat(checkpoints.newest().orElseThrow().events()).isEqualTo(covered);
    }

    @Test
    void a_checkpoint_is_made_after_five_minutes_and_not_before() {
        record();
        checkpoints.make();
        long seq = record();
        clock.moveBy(Duration.ofMinutes(5).minusSeconds(1));
        timer.look();
        assertThat(checkpoints.newest().orElseThrow().events()).isLessThan(seq);
        clock.moveBy(Duration.ofSeconds(1));
        timer.look();
        assertThat(checkpoints.newest().orElseThrow().events()).isGreaterThanOrEqualTo(seq);
    }

    @Test
    void a_checkpoint_is_made_after_a_thousand_events() {
        record();
        checkpoints.make();
        transactions.executeWithoutResult(status -> trail.recordAll(Stream.generate(CheckpointsContract::entry).limit(1000).toList()));
        timer.look();
        assertThat(checkpoints.newest().orElseThrow().events()).isEqualTo(trail.size());
    }

    @Test
    void an_export_is_intact_for_whoever_trusts_the_key() throws IOException {
        record();
        KeptCheckpoint before = checkpoints.newest().orElseGet(() -> {
            checkpoints.make();
            return checkpoints.newest().orElseThrow();
        });
        byte[] file = export();
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"action\":\"audit-log.exported\"");
        assertThat(LogFile.verify(new ByteArrayInputStream(file), new Trust(List.of(key()), List.of(SignedNote.parse(before.note())))))
                .isInstanceOfSatisfying(LogVerdict.Intact.class, intact -> assertThat(intact.events()).isEqualTo(trail.size()));
    }

    @Test
    void an_export_that_somebody_edited_is_not() throws IOException {
        record();
        String file = new String(export(), StandardCharsets.UTF_8).replace("\"action\":\"probe.written\"", "\"action\":\"probe.changed\"");
        assertThat(LogFile.verify(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), new Trust(List.of(key()), List.of())))
                .isInstanceOf(LogVerdict.Altered.class);
    }

    @Test
    void the_check_compares_the_tree_at_each_checkpoint() {
        record();
        checkpoints.make();
        assertThat(trail.check()).isInstanceOfSatisfying(ChainCheck.Intact.class, intact -> {
            assertThat(intact.covered()).isEqualTo(checkpoints.newest().orElseThrow().events());
            assertThat(intact.checkpoints()).isPositive();
        });
    }

    @Test
    void a_clock_set_back_is_an_event_of_its_own() throws IOException {
        long before = record();
        clock.moveBy(Duration.ofHours(-2));
        record();
        record();
        clock.moveBy(Duration.ofHours(2));
        assertThat(trail.event(before + 1).orElseThrow().action()).isEqualTo("clock.moved-back");
        assertThat(trail.event(before + 3).orElseThrow().action()).isEqualTo("probe.written");
        assertThat(LogFile.verify(new ByteArrayInputStream(export()), new Trust(List.of(key()), List.of())))
                .isInstanceOfSatisfying(LogVerdict.Intact.class, intact -> assertThat(intact.notices())
                        .anySatisfy(notice -> assertThat(notice).startsWith("At event " + (before + 1) + " the clock")));
    }

    @Test
    void the_key_is_for_its_owner_alone_and_not_in_the_database() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.key()))).isEqualTo("rw-------");
        String secret = Files.readString(settings.key()).lines().skip(1).findFirst().orElseThrow();
        assertThat(jdbc.sql("SELECT count(*) FROM audit_key WHERE verifier LIKE ? OR hand_over LIKE ?").params("%" + secret + "%", "%" + secret + "%")
                .query(Long.class).single()).isZero();
    }

    @Test
    void a_new_key_is_announced_and_handed_over_to_by_the_one_before() throws IOException {
        AuditSettings another = new AuditSettings(folder.resolve("key.pem"), settings.checkpoints(), "");
        Files.copy(settings.key(), folder.resolve("key.pem.previous"));
        LogKeys changed = new LogKeys(new KeyFile(another), another, trail, jdbc, transactions, clock);
        changed.run(new DefaultApplicationArguments());

        LogKey next = keys.published().getLast();
        assertThat(next.verifier()).isEqualTo(changed.current().orElseThrow().verifier()).isNotEqualTo(key());
        assertThat(key().verifies(next.handOver())).isTrue();
        AuditEvent event = trail.newestFirst(new AuditFilter("audit-key", next.verifier().id()), Long.MAX_VALUE, 1).getFirst();
        assertThat(event.action()).isEqualTo("audit-key.changed");
        assertThat(event.canonical()).contains(next.verifier().written());
        assertThat(checkpoints.publicKeys()).contains(key().written(), next.verifier().written());

        long announced = trail.size();
        new LogKeys(new KeyFile(another), another, trail, jdbc, transactions, clock).run(new DefaultApplicationArguments());
        assertThat(trail.size()).as("a key is announced once").isEqualTo(announced);
    }

    @Test
    void the_key_of_another_log_is_refused_at_start() throws IOException {
        AuditSettings another = new AuditSettings(folder.resolve("key.pem"), settings.checkpoints(), "");
        Files.writeString(another.key(), SigningKey.generate("another.log").written());
        LogKeys wrong = new LogKeys(new KeyFile(another), another, trail, jdbc, transactions, clock);
        assertThatThrownBy(() -> wrong.run(new DefaultApplicationArguments())).hasMessageContaining("belongs to the audit log another.log");
    }

    @Test
    @WithMockUser(roles = {"AUDITOR", "ADMINISTRATOR"})
    void a_reason_is_erased_and_the_log_holds_and_tells_of_it() throws IOException {
        long seq = transactions.execute(status -> trail.record(entry().because("Grace \u201cG.\u201d M\u00fcller was ill\0")));
        assertThat(trail.event(seq).orElseThrow().reason()).isEqualTo("Grace \u201cG.\u201d M\u00fcller was ill\uFFFD");
        assertThat(trail.event(seq).orElseThrow().canonical()).doesNotContain("Grace");
        checkpoints.make();
        assertThat(new String(export(), StandardCharsets.UTF_8)).contains("Grace");

        assertThat(trail.eraseReason(seq, Actor.SYSTEM, "asked for by the person")).isTrue();
        assertThat(trail.eraseReason(seq, Actor.SYSTEM, "again")).isFalse();

        AuditEvent event = trail.event(seq).orElseThrow();
        assertThat(event.reason()).isNull();
        assertThat(event.reasonErased()).isTrue();
        assertThat(trail.newestFirst(new AuditFilter("audit-event", Long.toString(seq)), Long.MAX_VALUE, 5)).extracting(AuditEvent::action, AuditEvent::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("audit-words.erased", "asked for by the person"));
        assertThat(trail.check()).isInstanceOf(ChainCheck.Intact.class);
        byte[] file = export();
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("Grace");
        assertThat(LogFile.verify(new ByteArrayInputStream(file), new Trust(List.of(key()), List.of())))
                .isInstanceOfSatisfying(LogVerdict.Intact.class, intact -> assertThat(intact.notices()).anyMatch(notice -> notice.startsWith("Reasons that were erased")));
    }

    @Test
    void an_auditor_erases_nothing() {
        assertThatThrownBy(() -> trail.eraseReason(1, Actor.SYSTEM, "x")).isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void a_reason_that_is_gone_without_an_event_is_found() {
        ChainCheck check = transactions.execute(status -> {
            status.setRollbackOnly();
            long seq = trail.record(entry().because("words"));
            jdbc.sql("DELETE FROM audit_words WHERE seq = ?").param(seq).update();
            return trail.check();
        });
        assertThat(check).isInstanceOfSatisfying(ChainCheck.Broken.class, broken -> assertThat(broken.why()).startsWith("has lost its reason"));
    }

    @Test
    void events_are_found_by_who_what_and_when() {
        long seq = record();
        AuditEvent event = trail.event(seq).orElseThrow();
        assertThat(found(new AuditFilter("", "", "system", "", null, null))).contains(seq);
        assertThat(found(new AuditFilter("", "", "somebody", "", null, null))).isEmpty();
        assertThat(found(new AuditFilter("", "", "", "probe.written", null, null))).contains(seq);
        assertThat(found(new AuditFilter("", "", "", "probe", null, null))).contains(seq);
        assertThat(found(new AuditFilter("", "", "", "prob", null, null))).isEmpty();
        assertThat(found(new AuditFilter("", "", "", "probe", event.at(), event.at().plusSeconds(1)))).contains(seq);
        assertThat(found(new AuditFilter("", "", "", "probe", event.at().plusSeconds(1), null))).doesNotContain(seq);
        assertThat(found(new AuditFilter("", "", "", "probe", null, event.at()))).doesNotContain(seq);
    }

    private List<Long> found(AuditFilter filter) {
        return trail.newestFirst(filter, Long.MAX_VALUE, 50).stream().map(AuditEvent::seq).toList();
    }

    private VerifierKey key() {
        return keys.current().orElseThrow().verifier();
    }

    private byte[] export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(export.begin(Actor.SYSTEM), out);
        return out.toByteArray();
    }

    long record() {
        return transactions.execute(status -> trail.record(entry()));
    }

    static AuditEntry entry() {
        return AuditEntry.of(Actor.SYSTEM, "probe.written", AuditEntry.Subject.of("probe", "1"));
    }
}

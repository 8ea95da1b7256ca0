package eu.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.audit.AuditEvent;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What the archive must keep on every database the product runs on. */
@Import(StorageContract.WithUses.class)
abstract class StorageContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @TestConfiguration
    static class WithUses {
        @Bean
        Uses whatRestsOnEvidence() {
            return new Uses();
        }
    }

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Evidence evidence;

    @Autowired
    private EvidenceFolder folder;

    @Autowired
    private EvidenceLimits limits;

    @Autowired
    private EvidenceCheck check;

    @Autowired
    private EvidenceChecks checks;

    @Autowired
    private AllowedHosts hosts;

    @Autowired
    private Uses uses;

    @Autowired
    private AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Clock clock;

    private People people;

    @BeforeEach
    void an_officer_acts() {
        people = new People(context);
        people.actAs(people.with(Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR));
    }

    @AfterEach
    void nobody_acts() {
        uses.held.clear();
        SecurityContextHolder.clearContext();
    }

    private String another(String text) {
        return text + " " + COUNT.incrementAndGet();
    }

    private EvidenceItem kept(String text) {
        return evidence.upload("Terms", "", "terms.txt", Kept.text(text));
    }

    private EvidenceItem version(String url, String name, String text) {
        return evidence.upload("Terms", url, name, Kept.text(text));
    }

    private static String sha256(EvidenceItem item) {
        return java.util.Objects.requireNonNull(item.content()).sha256();
    }

    private List<AuditEvent> events(EvidenceItem item) {
        return trail.newestFirst(new AuditFilter("evidence", item.id().toString()), Long.MAX_VALUE, 10);
    }

    @Test
    void what_is_kept_is_found_by_its_hash_and_lies_under_it_byte_for_byte() throws IOException {
        String text = another("What the provider says, Ω");
        EvidenceItem item = kept(text);
        assertThat(evidence.find(sha256(item))).hasValue(item);
        assertThat(Files.readString(evidence.handOut(item.id()).file())).isEqualTo(text);
        assertThat(item.origin()).isEqualTo(EvidenceOrigin.UPLOAD);
        assertThat(item.capturedAt()).isEqualTo(clock.instant());
        assertThat(evidence.handOut(item.id()).file().getFileName()).hasToString(sha256(item));
    }

    @Test
    void taking_in_and_handing_out_stand_in_the_log() {
        EvidenceItem item = kept(another("Logged"));
        evidence.handOut(item.id());
        assertThat(events(item)).extracting(AuditEvent::action).containsExactly("evidence.downloaded", "evidence.uploaded");
        assertThat(events(item).getLast().canonical()).contains(sha256(item));
        assertThat(trail.check()).isInstanceOf(ChainCheck.Intact.class);
    }

    @Test
    void the_same_bytes_lie_on_the_disk_once_and_count_once() {
        String text = another("Twice");
        EvidenceItem first = kept(text);
        long used = evidence.room().usedByPerson();
        EvidenceItem second = kept(text);
        assertThat(sha256(second)).isEqualTo(sha256(first));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(evidence.room().usedByPerson()).isEqualTo(used);
    }

    @Test
    void versions_of_one_address_come_newest_first_and_say_whether_they_changed() {
        String url = another("https://terms.example/").replace(" ", "");
        EvidenceItem first = version(url, "a.txt", "one\n" + url);
        EvidenceItem same = version(url + "#part", "a.txt", "one\n\n" + url);
        EvidenceItem address = evidence.noteAddress("", url);
        EvidenceItem last = version(url.replace("https://t", "HTTPS://T"), "a.txt", "two\n" + url);
        assertThat(evidence.versions(first)).extracting(EvidenceVersion::item).containsExactly(last, address, same, first);
        assertThat(evidence.versions(url)).extracting(EvidenceVersion::changed).containsExactly(true, false, false, false);
        assertThat(evidence.versions(url).getFirst().before()).isEqualTo(same);
        assertThat(evidence.changedSince(sha256(first))).hasValue(last);
        assertThat(evidence.changedSince(sha256(last))).isEmpty();
    }

    @Test
    void mark_up_that_changed_around_the_same_text_is_no_change() {
        String url = another("https://terms.example/page").replace(" ", "-");
        EvidenceItem first = version(url, "a.html", "<!doctype html><script nonce='1'></script><p>The <b>terms</b></p>");
        EvidenceItem second = version(url, "a.html", "<!doctype html><script nonce='2'></script><div><p>The terms</p></div>");
        assertThat(sha256(first)).isNotEqualTo(sha256(second));
        assertThat(evidence.versions(second).getFirst().changed()).isFalse();
    }

    @Test
    void an_address_without_bytes_is_held_as_such() {
        EvidenceItem item = evidence.noteAddress("", "https://terms.example/only");
        assertThat(item.archived()).isFalse();
        assertThat(item.title()).isEqualTo("https://terms.example/only");
        assertThatThrownBy(() -> evidence.handOut(item.id())).isInstanceOf(NoSuchEvidence.class);
    }

    @Test
    void a_search_looks_at_title_source_name_and_hash_and_takes_no_wildcards() {
        String mark = "quux" + COUNT.incrementAndGet();
        EvidenceItem byTitle = evidence.upload("Report " + mark, "", "a.txt", Kept.text(another("t")));
        EvidenceItem byName = evidence.upload("Other", "", mark + ".txt", Kept.text(another("n")));
        EvidenceItem bySource = evidence.upload("Other", "https://" + mark + ".example/", "a.txt", Kept.text(another("s")));
        assertThat(evidence.newestFirst(mark.toUpperCase(java.util.Locale.ROOT), Long.MAX_VALUE, 10).items()).containsExactly(bySource, byName, byTitle);
        assertThat(evidence.newestFirst(mark, bySource.seq(), 1).items()).containsExactly(byName);
        assertThat(evidence.newestFirst(mark, Long.MAX_VALUE, 1).total()).isEqualTo(3);
        assertThat(evidence.newestFirst(sha256(byTitle), Long.MAX_VALUE, 10).items()).containsExactly(byTitle);
        assertThat(evidence.newestFirst(mark + "%", Long.MAX_VALUE, 10).total()).isZero();
        assertThat(evidence.newestFirst("%", Long.MAX_VALUE, 10).items()).doesNotContain(byTitle);
    }

    @Test
    void a_damaged_file_is_refused_by_name_and_recorded_and_mended_by_keeping_it_again() throws IOException {
        String text = another("To be damaged");
        EvidenceItem item = kept(text);
        Files.writeString(folder.path(sha256(item)), "forged");
        assertThatThrownBy(() -> evidence.handOut(item.id())).isInstanceOf(EvidenceDamaged.class).hasMessageContaining("terms.txt");
        assertThat(events(item).getFirst().action()).isEqualTo("evidence.damaged");
        assertThat(evidence.find(sha256(item)).orElseThrow().content()).extracting(EvidenceItem.Content::damaged).isEqualTo(true);
        kept(text);
        assertThat(Files.readString(evidence.handOut(item.id()).file())).isEqualTo(text);
    }

    @Test
    void a_missing_file_is_refused_too() throws IOException {
        EvidenceItem item = kept(another("To go missing"));
        Files.delete(folder.path(sha256(item)));
        assertThatThrownBy(() -> evidence.handOut(item.id())).isInstanceOf(EvidenceDamaged.class).hasMessageContaining("missing");
    }

    /** Steps of taking in, each of which can fail: of the disk and of the database. */
    private static final class Failing {

        private final int at;
        private final AtomicInteger step = new AtomicInteger();

        Failing(int at) {
            this.at = at;
        }

        boolean now() {
            return step.incrementAndGet() == at;
        }

        boolean passed() {
            return step.get() < at;
        }

        Disk disk() {
            return new Disk() {
                @Override
                void force(FileChannel written) throws IOException {
                    fail();
                    super.force(written);
                    fail();
                }

                @Override
                void move(Path from, Path to) throws IOException {
                    fail();
                    super.move(from, to);
                    fail();
                }

                @Override
                void forceFolder(Path folder) throws IOException {
                    fail();
                    super.forceFolder(folder);
                    fail();
                }
            };
        }

        private void fail() throws IOException {
            if (now()) {
                throw new IOException("step " + at);
            }
        }

        JdbcClient database(JdbcClient real) {
            return (JdbcClient) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                if (now()) {
                    throw new IllegalStateException("step " + at);
                }
                try {
                    return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }
    }

    @Test
    void a_failure_at_any_step_of_keeping_leaves_no_row_without_file_and_no_temporary_file() throws IOException {
        boolean passed = false;
        for (int at = 1; !passed; at++) {
            var failing = new Failing(at);
            String text = another("Crash");
            var faulty = new EvidenceFolder(limits, failing.disk(), clock);
            var intake = new EvidenceIntake(faulty, new EvidenceShelf(failing.database(jdbc)), context.getBean(Sniffing.class), context.getBean(ReadableText.class),
                    context.getBean(CaptureClient.class), limits, trail, context.getBean(eu.vitrine.access.CurrentActor.class), transactions, clock);
            long rows = rows();
            long events = trail.newestFirst(new AuditFilter("", ""), Long.MAX_VALUE, 1).getFirst().seq();
            try {
                intake.upload("Crash", "", "crash.txt", Kept.text(text));
                passed = failing.passed();
            } catch (java.io.UncheckedIOException | IllegalStateException e) {
                assertThat(rows()).as("rows after a failure at step " + at).isEqualTo(rows);
                assertThat(trail.newestFirst(new AuditFilter("", ""), Long.MAX_VALUE, 1).getFirst().seq()).isEqualTo(events);
            }
            for (String sha256 : jdbc.sql("SELECT sha256 FROM evidence_content WHERE damage IS NULL").query(String.class).list()) {
                if (!text.isEmpty() && jdbc.sql("SELECT COUNT(*) FROM evidence_item WHERE sha256 = ? AND title = 'Crash'").param(sha256).query(Long.class).single() > 0) {
                    assertThat(folder.damage(sha256)).as("after a failure at step " + at).isEmpty();
                }
            }
            assertThat(folder.arrivingSince(java.time.Instant.MAX)).as("temporary files after a failure at step " + at).isEmpty();
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM evidence_item WHERE title = 'Crash'").query(Long.class).single()).isEqualTo(1);
    }

    private long rows() {
        return jdbc.sql("SELECT COUNT(*) FROM evidence_item").query(Long.class).single();
    }

    @Test
    void a_sender_that_breaks_off_leaves_nothing() throws IOException {
        var broken = new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (begun) {
                    return read();
                }
                begun = true;
                return length;
            }
        };
        long rows = rows();
        assertThatThrownBy(() -> evidence.upload("", "", "a.txt", broken)).isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(rows()).isEqualTo(rows);
        assertThat(folder.arrivingSince(java.time.Instant.MAX)).isEmpty();
    }

    @Test
    void more_than_a_file_may_have_is_refused_as_soon_as_it_has_arrived() {
        var endless = new InputStream() {
            private long read;

            @Override
            public int read() {
                read++;
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read += length;
                return length;
            }
        };
        assertThatThrownBy(() -> evidence.upload("", "", "a.txt", endless)).isInstanceOf(EvidenceRefused.TooLarge.class);
        assertThat(endless.read).isLessThanOrEqualTo(limits.file().toBytes() + 200_000);
    }

    @Test
    void a_person_may_bring_only_so_much() {
        String most = "x".repeat(Math.toIntExact(limits.person().toBytes() / 2));
        kept(another(most.substring(20)));
        kept(another(most.substring(20)));
        assertThatThrownBy(() -> kept(another(most))).isInstanceOfSatisfying(EvidenceRefused.class,
                refusal -> assertThat(refusal.reason()).isEqualTo(EvidenceRefused.Reason.PERSON_FULL));
        people.actAs(people.with(Role.OFFICER));
        assertThat(kept(another("Somebody else's")).archived()).isTrue();
    }

    @Test
    void uploads_at_once_are_all_kept_and_the_log_stays_whole() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var uploads = IntStream.range(0, 24).<Callable<EvidenceItem>>mapToObj(i ->
                    DelegatingSecurityContextCallable.create(() -> kept(i % 2 == 0 ? "The same at once" : another("At once")), SecurityContextHolder.getContext())).toList();
            for (var upload : threads.invokeAll(uploads)) {
                assertThat(folder.damage(sha256(upload.get()))).isEmpty();
            }
        }
        assertThat(trail.check()).isInstanceOf(ChainCheck.Intact.class);
    }

    @Test
    void roles_read_write_and_administer_as_the_table_says() {
        EvidenceItem item = kept(another("Roles"));
        people.actAs(people.with(Role.AUDITOR));
        assertThat(evidence.one(item.id())).isEqualTo(item);
        assertThatThrownBy(() -> kept("no")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> evidence.remove(item.id(), "no")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> hosts.add("example.org", false)).isInstanceOf(AccessDeniedException.class);
        people.actAs(people.with(Role.PROCUREMENT));
        assertThatThrownBy(() -> evidence.one(item.id())).isInstanceOf(AccessDeniedException.class);
        assertThat(evidence.find(sha256(item))).isEmpty();
    }

    @Test
    void what_something_rests_on_is_not_removed_and_says_where_it_is_used() {
        EvidenceItem item = kept(another("In use"));
        uses.held.add(sha256(item));
        assertThat(evidence.places(sha256(item))).extracting(EvidenceUse.Place::path).containsExactly("/services/example-union-cloud");
        assertThatThrownBy(() -> evidence.remove(item.id(), "by mistake")).isInstanceOf(EvidenceRefused.InUse.class);
        assertThat(evidence.find(sha256(item))).isPresent();
    }

    @Test
    void another_item_of_the_same_bytes_may_go_while_one_stays() {
        String text = another("Two of them");
        EvidenceItem first = kept(text);
        EvidenceItem second = kept(text);
        uses.held.add(sha256(first));
        evidence.remove(first.id(), "the title is wrong");
        assertThat(evidence.find(sha256(first))).hasValue(second);
    }

    @Test
    void bytes_that_are_about_to_be_attached_are_held_or_said_to_be_missing() {
        EvidenceItem item = kept(another("Held"));
        transactions.executeWithoutResult(status -> evidence.hold(List.of(sha256(item))));
        String nothing = "0".repeat(64);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> evidence.hold(List.of(sha256(item), nothing))))
                .isInstanceOf(NoSuchEvidence.class).hasMessageContaining(nothing);
        assertThatThrownBy(() -> evidence.hold(List.of(nothing))).isInstanceOf(IllegalTransactionStateException.class);
    }

    private EvidenceChecks.Run checked() throws InterruptedException {
        assertThat(check.start()).isTrue();
        for (int i = 0; i < 600; i++) {
            var run = checks.newest().orElseThrow();
            if (run.state() != EvidenceChecks.State.RUNNING) {
                assertThat(run.state()).isEqualTo(EvidenceChecks.State.FINISHED);
                return run;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the check did not end");
    }

    private List<String> names(EvidenceChecks.Run run, EvidenceChecks.Kind kind) {
        return checks.findings(run.number()).stream().filter(finding -> finding.kind() == kind).map(EvidenceChecks.Finding::name).toList();
    }

    @Test
    void a_check_finds_what_is_missing_altered_or_strange_and_sweeps_what_belongs_to_nothing() throws Exception {
        EvidenceItem whole = kept(another("Whole"));
        EvidenceItem missing = kept(another("Missing"));
        EvidenceItem altered = kept(another("Altered"));
        Files.delete(folder.path(sha256(missing)));
        Files.writeString(folder.path(sha256(altered)), "forged");
        String old = orphan(Duration.ofDays(2));
        String young = orphan(Duration.ofHours(1));
        String used = orphan(Duration.ofDays(2));
        uses.held.add(used);
        Path strange = Files.writeString(limits.folder().resolve("notes.txt"), "not ours");
        Path stale = Files.writeString(Files.createDirectories(limits.folder().resolve("incoming")).resolve(UUID.randomUUID() + ".part"), "half");
        Files.setLastModifiedTime(stale, FileTime.from(clock.instant().minus(Duration.ofHours(2))));

        EvidenceChecks.Run run = checked();

        assertThat(names(run, EvidenceChecks.Kind.MISSING)).contains(sha256(missing)).doesNotContain(sha256(whole));
        assertThat(names(run, EvidenceChecks.Kind.ALTERED)).contains(sha256(altered)).doesNotContain(sha256(whole));
        assertThat(names(run, EvidenceChecks.Kind.SWEPT)).contains(old).doesNotContain(young, used);
        assertThat(names(run, EvidenceChecks.Kind.HELD)).contains(used);
        assertThat(names(run, EvidenceChecks.Kind.STRANGE)).contains("notes.txt");
        assertThat(run.temporary()).isPositive();
        assertThat(folder.path(old)).doesNotExist();
        assertThat(folder.path(young)).exists();
        assertThat(folder.path(used)).exists();
        assertThat(strange).exists();
        assertThat(stale).doesNotExist();
        assertThat(evidence.find(sha256(missing)).orElseThrow().content()).extracting(EvidenceItem.Content::damaged).isEqualTo(true);
        assertThat(evidence.find(sha256(whole)).orElseThrow().content()).extracting(EvidenceItem.Content::damaged).isEqualTo(false);
        Files.delete(folder.path(used));
        Files.delete(folder.path(young));
    }

    private String orphan(Duration age) throws IOException {
        try (Incoming received = folder.receive(Kept.text(another("Orphan")), 1000)) {
            folder.keep(received);
            Files.setLastModifiedTime(folder.path(received.sha256()), FileTime.from(clock.instant().minus(age)));
            return received.sha256();
        }
    }

    @Test
    void bytes_of_a_removed_item_go_with_a_check_once_they_are_a_day_old() throws Exception {
        EvidenceItem item = kept(another("To be removed"));
        evidence.remove(item.id(), "holds personal data");
        assertThatThrownBy(() -> evidence.one(item.id())).isInstanceOf(NoSuchEvidence.class);
        assertThat(events(item).getFirst()).satisfies(event -> {
            assertThat(event.action()).isEqualTo("evidence.removed");
            assertThat(event.reason()).isEqualTo("holds personal data");
        });
        Files.setLastModifiedTime(folder.path(sha256(item)), FileTime.from(clock.instant().minus(Duration.ofDays(2))));
        checked();
        assertThat(folder.path(sha256(item))).doesNotExist();
    }

    @Test
    void a_check_runs_alone_and_stands_in_the_log() throws Exception {
        var number = checks.begin().orElseThrow();
        assertThat(check.start()).isFalse();
        checks.end(number, EvidenceChecks.State.FAILED);
        EvidenceChecks.Run run = checked();
        assertThat(trail.newestFirst(new AuditFilter("evidence-check", Long.toString(run.number())), Long.MAX_VALUE, 5))
                .extracting(AuditEvent::action).containsExactly("evidence-check.finished", "evidence-check.started");
    }

    @Test
    void hosts_are_none_until_one_is_allowed_and_each_change_stands_in_the_log() {
        assertThat(hosts.find("terms.example")).isEmpty();
        assertThat(hosts.add("terms.example", true)).isTrue();
        assertThat(hosts.add("terms.example", false)).isFalse();
        assertThat(hosts.find("terms.example")).get().extracting(AllowedHosts.Host::inside).isEqualTo(true);
        assertThat(hosts.remove("terms.example")).isTrue();
        assertThat(hosts.remove("terms.example")).isFalse();
        assertThat(trail.newestFirst(new AuditFilter("evidence-host", "terms.example"), Long.MAX_VALUE, 5))
                .extracting(AuditEvent::action).containsExactly("evidence-host.removed", "evidence-host.allowed");
    }

    @Test
    void a_capture_from_a_host_nobody_allowed_is_refused_and_recorded() {
        assertThatThrownBy(() -> evidence.capture("", "https://169.254.169.254/latest/")).isInstanceOf(CaptureRefused.class);
        var event = trail.newestFirst(new AuditFilter("evidence-source", "169.254.169.254"), Long.MAX_VALUE, 1).getFirst();
        assertThat(event.action()).isEqualTo("evidence.capture-refused");
        assertThat(event.canonical()).contains("https://169.254.169.254/latest/");
    }
}

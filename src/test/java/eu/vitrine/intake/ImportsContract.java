package eu.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.TestClock;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.access.Units;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.formats.Origin;
import eu.vitrine.registry.FactPlaces;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.registry.StaleRevision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** What imports must keep on every database the product runs on. */
abstract class ImportsContract {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Imports imports;

    @Autowired
    private ImportResults results;

    @Autowired
    private Records records;

    @Autowired
    private FactPlaces places;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private ErrorFile errorFile;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FaultAt fault;

    @BeforeEach
    void an_officer_acts() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER, Role.AUDITOR));
    }

    @AfterEach
    void nobody_acts() {
        fault.step(0);
        SecurityContextHolder.clearContext();
    }

    private static String slug() {
        return "imported-" + COUNT.incrementAndGet();
    }

    private UUID taken(String name, String text) {
        UUID id = uploads.take(List.of(new Source(name, text.getBytes(StandardCharsets.UTF_8))), null, Origin.UNKNOWN);
        for (int i = 0; i < 300 && imports.get(id).state() == ImportJob.State.CHECKING; i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return id;
    }

    private static String use(String slug, String purpose) {
        return "slug: " + slug + "\nname: A use\nfacts:\n  use.purpose: " + purpose + "\n";
    }

    private String purpose(String slug) {
        return records.head(Kind.USE, slug).facts().get("use.purpose").claim().value() instanceof FactValue.Text text ? text.value() : "";
    }

    @Test
    void of_many_who_confirm_or_take_back_at_once_exactly_one_does() throws Exception {
        var owner = SecurityContextHolder.getContext().getAuthentication();
        for (int round = 0; round < 6; round++) {
            String slug = slug();
            UUID id = taken("a.yaml", use(slug, "once"));
            assertThat(succeeding(owner, () -> imports.confirm(id, false))).as("confirmed in round " + round).isEqualTo(1);
            assertThat(records.head(Kind.USE, slug).revision().pin().number()).isEqualTo(1);
            assertThat(succeeding(owner, () -> imports.undo(id))).as("taken back in round " + round).isEqualTo(1);
            assertThat(records.head(Kind.USE, slug).revision().pin().number()).isEqualTo(2);
        }
    }

    private static int succeeding(org.springframework.security.core.Authentication owner, Runnable act) throws Exception {
        var done = new AtomicInteger();
        var begin = new java.util.concurrent.CountDownLatch(1);
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            var all = new java.util.ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < 6; i++) {
                all.add(threads.submit(() -> {
                    SecurityContextHolder.getContext().setAuthentication(owner);
                    begin.await();
                    try {
                        act.run();
                        done.incrementAndGet();
                    } catch (ImportNotReady | eu.vitrine.registry.StaleRevision late) {
                        assertThat(late).hasMessageNotContaining("SQL");
                    }
                    return null;
                }));
            }
            begin.countDown();
            for (var one : all) {
                one.get();
            }
        }
        return done.get();
    }

    @Test
    void a_fault_at_any_step_leaves_all_or_nothing_and_the_import_can_be_confirmed_again() {
        String first = slug();
        String second = slug();
        String third = slug();
        UUID id = taken("all.yaml", "---\n" + use(first, "one") + "---\n" + use(second, "two") + "---\n" + use(third, "three"));
        assertThat(imports.get(id).counts()).isEqualTo(new ImportJob.Counts(3, 0, 0, 0));
        for (int step = 1; step <= 3; step++) {
            fault.step(step);
            assertThatThrownBy(() -> imports.confirm(id, false)).isInstanceOf(FaultAt.Fault.class);
            assertThat(List.of(first, second, third)).noneMatch(slug -> records.find(Kind.USE, slug).isPresent());
            assertThat(imports.get(id).state()).isEqualTo(ImportJob.State.CHECKED);
        }
        assertThat(imports.confirm(id, false)).isEqualTo(3);
        for (int step = 1; step <= 3; step++) {
            fault.step(step);
            assertThatThrownBy(() -> imports.undo(id)).isInstanceOf(FaultAt.Fault.class);
            assertThat(purpose(first) + purpose(second) + purpose(third)).isEqualTo("onetwothree");
            assertThat(imports.get(id).state()).isEqualTo(ImportJob.State.SAVED);
        }
        assertThat(imports.undo(id)).isEqualTo(3);
        assertThat(records.head(Kind.USE, first).facts().all()).isEmpty();
        assertThat(records.head(Kind.USE, first).file().name()).isEqualTo("A use (import taken back)");
        assertThat(records.head(Kind.USE, first).revision().origin()).isEqualTo(Revision.Origin.UNDO);
    }

    @Test
    void what_a_person_confirmed_stays_however_often_a_file_disagrees() {
        String slug = slug();
        imports.confirm(taken("a.yaml", use(slug, "from the file")), false);
        RecordFile typed = records.head(Kind.USE, slug).file().withFacts(Kind.USE,
                Facts.of(List.of(new Fact("use.purpose", Claim.of(new FactValue.Text("as we say")), List.of()))));
        records.save(new Saving(Kind.USE, typed, 1), Revision.Origin.FORM, null);
        for (String purpose : List.of("one", "two", "three")) {
            UUID id = taken("b.yaml", use(slug, purpose));
            assertThat(results.entries(id, List.of(Entry.Outcome.CHANGED), 0, 10)).singleElement().satisfies(entry -> assertThat(entry.changes())
                    .anyMatch(change -> change.what().equals("use.purpose") && change.isFurther() && change.before().equals("as we say")));
            imports.confirm(id, false);
            assertThat(purpose(slug)).isEqualTo("as we say");
        }
        assertThat(records.head(Kind.USE, slug).facts().get("use.purpose").also()).hasSize(1);
        assertThat(imports.get(taken("b.yaml", use(slug, "three"))).counts()).isEqualTo(new ImportJob.Counts(0, 0, 1, 0));
    }

    @Test
    void a_place_is_shown_as_long_as_nobody_changed_the_fact() {
        String slug = slug();
        imports.confirm(taken("a.yaml", "slug: " + slug + "\nname: A use\nfacts:\n  use.purpose: p\n  use.commercial: true\n"), false);
        assertThat(places.of(Kind.USE, slug).get("use.commercial")).singleElement().matches(came -> came.line() == 5 && came.file().equals("a.yaml"));
        RecordFile typed = records.head(Kind.USE, slug).file().withFacts(Kind.USE, records.head(Kind.USE, slug).facts()
                .and(Facts.of(List.of(new Fact("use.commercial", Claim.of(new FactValue.Truth(false)), List.of())))));
        records.save(new Saving(Kind.USE, typed, 1), Revision.Origin.FORM, null);
        assertThat(places.of(Kind.USE, slug).get("use.commercial")).isNullOrEmpty();
        assertThat(places.of(Kind.USE, slug).get("use.purpose")).hasSize(1);
    }

    @Test
    void an_import_and_its_undoing_leave_one_event_each_beside_those_of_the_records() {
        UUID id = taken("a.yaml", use(slug(), "p"));
        imports.confirm(id, false);
        imports.undo(id);
        assertThat(trail.newestFirst(new AuditFilter("import", id.toString()), Long.MAX_VALUE, 10)).extracting(event -> event.action())
                .containsExactly("import.undone", "import.saved");
    }

    @Test
    void nothing_is_saved_over_a_record_that_moved_on_and_nothing_is_taken_back_over_one() {
        String slug = slug();
        UUID early = taken("a.yaml", use(slug, "early"));
        UUID late = taken("b.yaml", use(slug, "late"));
        imports.confirm(late, false);
        assertThatThrownBy(() -> imports.confirm(early, false)).isInstanceOf(StaleRevision.class);
        uploads.again(early, null, true);
        assertThat(imports.get(early).movedOn()).isTrue();
        imports.confirm(early, false);
        assertThat(purpose(slug)).isEqualTo("early");
        assertThatThrownBy(() -> imports.undo(late)).isInstanceOf(StaleRevision.class);
        imports.undo(early);
        assertThat(purpose(slug)).isEqualTo("late");
    }

    @Test
    void what_was_uploaded_is_removed_when_its_time_is_over_and_the_report_stays() {
        UUID saved = taken("a.yaml", use(slug(), "p"));
        imports.confirm(saved, false);
        UUID left = taken("b.csv", "slug,name,use.purpose,use.commercial\n" + slug() + ",A,p,perhaps\n" + slug() + ",B,p,yes\n");
        var sweep = context.getBean(FileSweep.class);
        clock.moveBy(Duration.ofDays(29));
        UUID young = taken("c.yaml", use(slug(), "p"));
        clock.moveBy(Duration.ofDays(1));
        sweep.sweep();
        assertThat(imports.get(saved).filesRemovedAt()).isNull();
        assertThat(errorFile.of(imports.get(left))).asString(StandardCharsets.UTF_8).contains("perhaps");
        clock.moveBy(Duration.ofSeconds(1));
        assertThat(sweep.sweep()).isGreaterThanOrEqualTo(2);
        assertThat(imports.get(saved).filesRemovedAt()).isEqualTo(clock.instant());
        assertThat(imports.get(young).filesRemovedAt()).isNull();
        assertThat(jdbc.sql("SELECT count(*) FROM intake_file WHERE import_id IN (?, ?) AND (bytes IS NOT NULL OR sha256 = '')").params(saved, left)
                .query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("SELECT sum(length(content)) FROM intake_entry WHERE import_id IN (?, ?)").params(saved, left).query(Integer.class).single()).isZero();
        assertThat(results.entries(saved, List.of(Entry.Outcome.NEW), 0, 10)).singleElement().satisfies(entry -> assertThat(entry.changes()).isNotEmpty());
        assertThat(results.remarks(left, 10)).isNotEmpty();
        assertThatThrownBy(() -> errorFile.of(imports.get(left))).isInstanceOf(FilesRemoved.class).hasMessageContaining("removed on ");
        assertThatThrownBy(() -> imports.confirm(left, true)).isInstanceOf(FilesRemoved.class);
        assertThatThrownBy(() -> uploads.again(left, null, false)).isInstanceOf(FilesRemoved.class);
        assertThat(imports.undo(saved)).isEqualTo(1);
        assertThat(trail.newestFirst(new AuditFilter("import", ""), Long.MAX_VALUE, 20)).anyMatch(event -> event.action().equals("import.files-removed")
                && event.actor().id().equals("system") && event.canonical().contains(saved.toString()) && event.canonical().contains(left.toString()));
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void each_record_of_a_long_import_leaves_its_event_in_order_and_the_chain_is_intact() {
        String slug = slug();
        StringBuilder rows = new StringBuilder("slug,name,use.purpose\n");
        for (int i = 0; i < 120; i++) {
            rows.append(slug).append('-').append(100 + i).append(",A,p\n");
        }
        UUID id = taken("long.csv", rows.toString());
        fault.step(119);
        long before = trail.newestFirst(new AuditFilter("", ""), Long.MAX_VALUE, 1).getFirst().seq();
        assertThatThrownBy(() -> imports.confirm(id, false)).isInstanceOf(FaultAt.Fault.class);
        assertThat(records.find(Kind.USE, slug + "-100")).isEmpty();
        assertThat(trail.newestFirst(new AuditFilter("", ""), Long.MAX_VALUE, 1).getFirst().seq()).isEqualTo(before);
        assertThat(imports.confirm(id, false)).isEqualTo(120);
        var events = trail.newestFirst(new AuditFilter("", ""), Long.MAX_VALUE, 121).reversed();
        assertThat(events.subList(0, 120)).extracting(event -> event.object().id()).isSorted().first().isEqualTo(slug + "-100");
        assertThat(events.getFirst().seq()).isEqualTo(before + 1);
        assertThat(trail.check()).isInstanceOf(ChainCheck.Intact.class);
        assertThat(imports.undo(id)).isEqualTo(120);
        assertThat(records.head(Kind.USE, slug + "-219").revision().pin().number()).isEqualTo(2);
    }

    @Test
    void people_of_another_unit_know_nothing_of_an_import_and_those_of_its_unit_take_it_back() {
        var people = new People(context);
        var units = context.getBean(Units.class);
        people.actAs(people.with(Role.ADMINISTRATOR));
        String here = units.add("Here " + slug()).orElseThrow().slug();
        String there = units.add("There " + slug()).orElseThrow().slug();
        var owner = people.of(people.with(Role.OFFICER), here);
        var colleague = people.of(people.with(Role.OFFICER), here, there);
        var stranger = people.of(people.with(Role.OFFICER), there);
        people.actAs(owner);
        String slug = slug();
        UUID id = taken("a.yaml", use(slug, "p"));
        people.actAs(stranger);
        assertThatThrownBy(() -> imports.get(id)).isInstanceOf(NoSuchImport.class);
        people.actAs(owner);
        imports.confirm(id, false);
        people.actAs(stranger);
        assertThatThrownBy(() -> imports.get(id)).isInstanceOf(NoSuchImport.class);
        assertThatThrownBy(() -> imports.undo(id)).isInstanceOf(NoSuchImport.class);
        assertThat(imports.newest(0, 1000)).noneMatch(job -> job.id().equals(id));
        people.actAs(colleague);
        assertThat(imports.newest(0, 1000)).anyMatch(job -> job.id().equals(id));
        records.moveTo(Kind.USE, slug, there);
        people.actAs(owner);
        assertThatThrownBy(() -> imports.get(id)).isInstanceOf(NoSuchImport.class);
        people.actAs(colleague);
        assertThat(imports.undo(id)).isEqualTo(1);
    }

    @Test
    void an_earlier_dry_run_does_not_write_over_a_later_one() {
        UUID id = taken("a.yaml", use(slug(), "p"));
        int run = imports.get(id).run();
        uploads.again(id, null, false);
        assertThat(imports.get(id).run()).isEqualTo(run + 1);
        assertThat(imports.get(id).state()).isEqualTo(ImportJob.State.CHECKED);
        assertThat(context.getBean(ImportStore.class).progress(id, run, 1, 1)).isFalse();
    }
}

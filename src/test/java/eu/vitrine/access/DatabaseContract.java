package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/** What must hold on every database the product runs on. That the server started shows that migrations and mapping agree. */
abstract class DatabaseContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    AuditTrail trail;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private People people;

    @BeforeEach
    void an_administrator_acts() {
        people = new People(context);
        people.nobody();
        people.actAs(people.with(Role.ADMINISTRATOR, Role.AUDITOR));
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void events_recorded_at_once_leave_no_gap_and_an_intact_chain() throws Exception {
        long before = last();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var writes = IntStream.range(0, 800).<Callable<Long>>mapToObj(i -> () -> transactions.execute(status -> {
                long seq = trail.record(entry("probe.written"));
                if (i % 4 == 0) {
                    status.setRollbackOnly();
                }
                return seq;
            })).toList();
            for (var written : threads.invokeAll(writes)) {
                written.get();
            }
        }
        assertThat(last() - before).isEqualTo(600);
        assertThat(trail.check()).isInstanceOf(ChainCheck.Intact.class);
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> trail.record(entry("probe.written"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void an_event_is_read_back_as_it_was_recorded() {
        long seq = transactions.execute(status -> trail.record(AuditEntry.of(new Actor("a-1", "Žofia Ω"), "probe.written",
                new AuditEntry.Subject("model", "apertus-70b", 7L)).because("because “so”").with("list", java.util.List.of("x", 2, true))));
        var event = trail.event(seq).orElseThrow();
        assertThat(event.actor()).isEqualTo(new Actor("a-1", "Žofia Ω"));
        assertThat(event.object()).isEqualTo(new AuditEntry.Subject("model", "apertus-70b", 7L));
        assertThat(event.reason()).isEqualTo("because “so”");
        assertThat(event.canonical()).contains("\"detail\":{\"list\":[\"x\",2,true]}");
    }

    @Test
    void a_user_is_added_with_roles_and_found_again() {
        var id = users.add(SignInName.of("bo@example.eu").orElseThrow(), "Bo", Set.of(Role.APPROVER, Role.OFFICER)).user();
        users.giveRoles(id, Set.of(Role.OFFICER, Role.POLICY_AUTHOR));
        var found = users.one(id);
        assertThat(found.sortedRoles()).containsExactly(Role.OFFICER, Role.POLICY_AUTHOR);
        assertThat(found.createdAt()).isEqualTo(context.getBean(Clock.class).instant());
    }

    @Test
    void first_failures_of_one_subject_at_once_are_all_counted() throws Exception {
        var throttle = context.getBean(SignInThrottle.class);
        var subject = new SignInThrottle.Subject("account:probe", 1000);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var attempts = IntStream.range(0, 30).<Callable<Object>>mapToObj(i -> () -> throttle.admit(subject)).toList();
            for (var attempt : threads.invokeAll(attempts)) {
                attempt.get();
            }
        }
        assertThat(jdbc.sql("SELECT failures FROM sign_in_failure WHERE subject = 'account:probe'").query(Integer.class).single()).isEqualTo(30);
    }

    private long last() {
        return jdbc.sql("SELECT seq FROM audit_head").query(Long.class).single();
    }

    static AuditEntry entry(String action) {
        return AuditEntry.of(Actor.SYSTEM, action, AuditEntry.Subject.of("probe", "1"));
    }
}

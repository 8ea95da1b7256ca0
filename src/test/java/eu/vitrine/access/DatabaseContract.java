package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.AtOnce;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

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

    private Secrets secrets(String... settings) {
        var environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        var secrets = new Secrets(jdbc, transactions, new SecretsKeySource(environment), List.of(new SealedColumn("second_factor", "user_id", "secret")),
                trail, context.getBean(Clock.class));
        secrets.afterSingletonsInstantiated();
        return secrets;
    }

    /** In a transaction that leaves nothing behind: the server of the test keeps its key. */
    private void undone(Runnable act) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM secrets_key").update();
            jdbc.sql("DELETE FROM second_factor").update();
            act.run();
            status.setRollbackOnly();
        });
    }

    private void keep(Secrets secrets, UserId user, String secret) {
        String sealed = secrets.seal(new SecretPlace("second_factor", user.toString(), "secret"), secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        jdbc.sql("INSERT INTO second_factor (user_id, secret, begun_at, last_step) VALUES (?, ?, CURRENT_TIMESTAMP, 0)").params(user.value(), sealed).update();
    }

    private String kept(Secrets secrets, UserId user) {
        String sealed = jdbc.sql("SELECT secret FROM second_factor WHERE user_id = ?").param(user.value()).query(String.class).single();
        return new String(secrets.open(new SecretPlace("second_factor", user.toString(), "secret"), sealed), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void a_change_of_the_key_seals_every_secret_anew_and_the_old_key_opens_none() {
        String before = SecretsKey.fresh();
        String after = SecretsKey.fresh();
        var one = people.with(Role.OFFICER).id();
        var two = people.with(Role.OFFICER).id();
        undone(() -> {
            Secrets old = secrets("vitrine.secrets.key", before);
            keep(old, one, "canary one");
            keep(old, two, "canary two");
            Secrets changed = secrets("vitrine.secrets.key", after, "vitrine.secrets.old-key", before);
            assertThat(kept(changed, one)).isEqualTo("canary one");
            assertThat(kept(changed, two)).isEqualTo("canary two");
            assertThatThrownBy(() -> kept(old, one)).isInstanceOf(SecretsUnavailable.class);
            // A node that still has the key before can add nothing that the others could not read.
            assertThatThrownBy(() -> old.seal(new SecretPlace("a", "b", "c"), new byte[1])).isInstanceOf(SecretsUnavailable.class);
            // Started once more with the same settings, there is nothing to do.
            assertThat(kept(secrets("vitrine.secrets.key", after, "vitrine.secrets.old-key", before), two)).isEqualTo("canary two");
            assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE action = 'secrets.key-changed'").query(Integer.class).single()).isEqualTo(1);
        });
    }

    @Test
    void the_start_is_refused_without_the_key_of_the_secrets_or_with_another() {
        String key = SecretsKey.fresh();
        var user = people.with(Role.OFFICER).id();
        undone(() -> {
            assertThat(secrets().areKept()).isFalse();
            keep(secrets("vitrine.secrets.key", key), user, "canary");
            assertThatThrownBy(() -> secrets()).isInstanceOf(SecretsKeyRefused.class).hasMessageContaining("missing");
            assertThatThrownBy(() -> secrets("vitrine.secrets.key", SecretsKey.fresh())).isInstanceOf(SecretsKeyRefused.class).hasMessageContaining("another one");
            assertThatThrownBy(() -> secrets("vitrine.secrets.key", SecretsKey.fresh(), "vitrine.secrets.old-key", SecretsKey.fresh()))
                    .isInstanceOf(SecretsKeyRefused.class);
            assertThat(kept(secrets("vitrine.secrets.key", key), user)).isEqualTo("canary");
        });
    }

    @Test
    void a_secret_moved_to_another_row_does_not_open() {
        var one = people.with(Role.OFFICER).id();
        var two = people.with(Role.OFFICER).id();
        undone(() -> {
            Secrets secrets = secrets("vitrine.secrets.key", SecretsKey.fresh());
            keep(secrets, one, "canary one");
            keep(secrets, two, "canary two");
            jdbc.sql("UPDATE second_factor SET secret = (SELECT secret FROM second_factor WHERE user_id = ?) WHERE user_id = ?").params(one.value(), two.value()).update();
            assertThatThrownBy(() -> kept(secrets, two)).isInstanceOf(SecretsUnavailable.class);
        });
    }

    @Test
    void a_code_or_recovery_code_sent_many_times_at_once_is_taken_once() throws Exception {
        var factors = context.getBean(SecondFactors.class);
        var user = people.with(Role.OFFICER).id().value();
        var person = context.getBean(UserRepository.class).findById(user).orElseThrow().signedIn(context.getBean(Clock.class).instant());
        factors.begin(user);
        byte[] secret = factors.pending(user).orElseThrow();
        long step = Totp.step(context.getBean(Clock.class).instant());
        List<String> codes = factors.confirm(person, Totp.code(secret, step)).orElseThrow();
        String next = Totp.code(secret, step + 1);
        assertThat(AtOnce.times(6, () -> factors.accepts(user, next))).filteredOn(taken -> taken).hasSize(1);
        assertThat(AtOnce.times(6, () -> factors.accepts(user, codes.get(0)))).filteredOn(taken -> taken).hasSize(1);
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

    private static final byte[] BODY = {'{', '}'};

    private static MockHttpServletRequest request(String path, String key) {
        var request = new MockHttpServletRequest("POST", path);
        request.addHeader(RepeatedRequests.HEADER, key);
        return request;
    }

    @Test
    void a_request_is_done_once_for_each_person_and_key() {
        var repeated = context.getBean(RepeatedRequests.class);
        var done = new AtomicInteger();
        Supplier<ResponseEntity<byte[]>> act = () -> ResponseEntity.ok().eTag("\"" + done.incrementAndGet() + "\"").body(BODY);
        assertThat(repeated.once(request("/a", "k"), BODY, act).getHeaders().getETag()).isEqualTo("\"1\"");
        var again = repeated.once(request("/a", "k"), BODY, act);
        assertThat(again.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(again.getBody()).isEqualTo(BODY);
        assertThatThrownBy(() -> repeated.once(request("/b", "k"), BODY, act)).isInstanceOf(ResponseStatusException.class).hasMessageContaining("422");
        people.actAs(people.with(Role.OFFICER));
        repeated.once(request("/a", "k"), BODY, act);
        assertThat(done).hasValue(2);
    }

    @Test
    void a_request_that_failed_may_be_tried_again_under_its_key() {
        var repeated = context.getBean(RepeatedRequests.class);
        assertThatThrownBy(() -> repeated.once(request("/f", "f"), BODY, () -> {
            throw new IllegalStateException("not this time");
        })).hasMessage("not this time");
        assertThat(repeated.once(request("/f", "f"), BODY, () -> ResponseEntity.status(201).body(BODY)).getStatusCode().value()).isEqualTo(201);
    }

    @Test
    void a_request_sent_many_times_at_once_is_done_once() throws Exception {
        var repeated = context.getBean(RepeatedRequests.class);
        var done = new AtomicInteger();
        var who = SecurityContextHolder.getContext();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, 40).<Callable<Boolean>>mapToObj(i -> () -> {
                SecurityContextHolder.setContext(who);
                try {
                    repeated.once(request("/m", "m"), BODY, () -> ResponseEntity.ok().header("n", "" + done.incrementAndGet()).body(BODY));
                    return true;
                } catch (ResponseStatusException e) {
                    return e.getStatusCode().value() == 409;
                } finally {
                    SecurityContextHolder.clearContext();
                }
            }).toList();
            for (var answer : threads.invokeAll(asked)) {
                assertThat(answer.get()).isTrue();
            }
        }
        assertThat(done).hasValue(1);
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

    @Test
    void of_many_first_uses_of_a_token_on_a_day_exactly_one_is_the_first() throws Exception {
        people.actAs(people.with(Role.OFFICER));
        context.getBean(ApiTokens.class).make("gate", Set.of(Scope.READ, Scope.AUDIT), 7);
        TokenStore store = context.getBean(TokenStore.class);
        var token = store.all().getFirst();
        assertThat(token.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.AUDIT);
        var day = java.time.LocalDate.parse("2026-11-25");
        List<Boolean> first = AtOnce.times(6, () -> transactions.execute(status -> store.firstUse(token.id(), Scope.READ, day)));
        assertThat(first).containsOnlyOnce(true);
        assertThat(store.byId(token.id()).orElseThrow().usedOn()).containsOnlyKeys(Scope.READ).containsEntry(Scope.READ, day);
        List<Boolean> revoked = AtOnce.times(6, () -> transactions.execute(status -> store.revoke(token.id(), token.createdAt(), "Ada")));
        assertThat(revoked).containsOnlyOnce(true);
    }

    @Test
    void of_many_administrators_who_trust_the_same_key_at_once_exactly_one_does() throws Exception {
        TrustedKeyPages pages = context.getBean(TrustedKeyPages.class);
        for (int round = 0; round < 5; round++) {
            byte[] key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PUBLIC KEY-----\n";
            String fingerprint = TrustedKeys.fingerprint(pem).orElseThrow();
            List<Integer> statuses = AtOnce.times(6, () -> {
                var answer = new MockHttpServletResponse();
                pages.trust("A key", pem, new ExtendedModelMap(), answer, new RedirectAttributesModelMap());
                return answer.getStatus();
            });
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
            assertThat(context.getBean(TrustedKeys.class).all()).extracting(TrustedKey::fingerprint).containsOnlyOnce(fingerprint);
            AtOnce.times(6, () -> pages.revoke(fingerprint, new RedirectAttributesModelMap()));
            assertThat(trail.newestFirst(new AuditFilter("trusted-key", fingerprint), Long.MAX_VALUE, 10)).extracting(event -> event.action())
                    .containsExactly("trusted-key.revoked", "trusted-key.added");
        }
    }
}

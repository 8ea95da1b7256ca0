package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.audit.AuditEvent;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@ServerTest
class TokensTests {

    private static final String JSON = "application/json";
    private static final Pattern SECRET = Pattern.compile("vit_[0-9A-Za-z]{36}");
    private static final Set<Scope> EVERY = EnumSet.allOf(Scope.class);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private People people;

    @BeforeEach
    void nobody_was_slowed_down() {
        people = new People(context);
        people.nobody();
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    private String made(People.Person person, Set<Scope> scopes) {
        people.actAs(person);
        String secret = tokens.make("pipeline of " + person.name(), scopes, 30).text().secret();
        SecurityContextHolder.clearContext();
        return secret;
    }

    private UUID only(People.Person person) {
        return jdbc.sql("SELECT id FROM api_token WHERE owner = ?").param(person.id().value()).query(UUID.class).single();
    }

    private Browser.Page ask(String secret, String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of("Authorization", "Bearer " + secret));
        all.addAll(List.of(headers));
        return new Browser(port).ask(method, path, JSON, body, all.toArray(String[]::new));
    }

    private int status(String secret, String path) {
        return ask(secret, "GET", path, "").status();
    }

    private List<AuditEvent> events(String id) {
        people.actAs(people.with(Role.AUDITOR));
        var events = trail.newestFirst(new AuditFilter("api-token", id), Long.MAX_VALUE, 100);
        SecurityContextHolder.clearContext();
        return events;
    }

    @Test
    void a_token_reads_without_a_session_or_a_cookie() {
        var answer = ask(made(people.with(Role.PROCUREMENT), EnumSet.of(Scope.READ)), "GET", "/api/v1/models", "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void the_word_bearer_is_read_in_any_case() {
        String secret = made(people.with(Role.OFFICER), EnumSet.of(Scope.READ));
        assertThat(new Browser(port).ask("GET", "/api/v1/models", JSON, "", "Authorization", "bEARER " + secret).status()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> a_token_with_every_scope_opens_exactly_the_rows_of_the_table_that_have_a_scope_and_its_owners_role() {
        return Arrays.stream(Role.values()).map(role -> DynamicTest.dynamicTest(role.name(), () -> {
            String secret = made(people.with(role), EVERY);
            var wrong = new ArrayList<String>();
            for (Route route : RouteTable.ROUTES) {
                boolean opens = route.scope() != null && (route.open() || route.roles().contains(role));
                String path = route.pattern().replaceAll("\\{records:.*?}", "models").replaceAll("\\{what:.*?}", "tool").replace("{id}", "00000000-0000-0000-0000-000000000000")
                        .replace("{kind}", "model").replace("{list}", "models").replace("{name}", "none.json").replaceAll("\\{.*?}", "1").replace("**", "a.css");
                int status = ask(secret, route.method().name(), path, route.method().equals(HttpMethod.GET) ? "" : "{}").status();
                if (opens == (status == 403) || status == 401 || status >= 500) {
                    wrong.add(route.method() + " " + path + " " + status);
                }
            }
            assertThat(wrong).isEmpty();
        }));
    }

    @Test
    void these_and_no_others_are_written_by_tokens() {
        Set<String> written = RouteTable.ROUTES.stream().filter(route -> route.scope() == Scope.WRITE).map(route -> route.method() + " " + route.pattern())
                .filter(row -> !row.matches("(PUT|PATCH) /api/v1/(models|providers|licences|services|uses)/\\{slug}|(PUT|PATCH) /api/v1/organisation|POST /api/v1/.*/revisions/\\{number}/restore"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).containsExactly("POST /api/v1/evidence", "POST /api/v1/evidence/addresses", "POST /api/v1/evidence/captures", "POST /api/v1/findings",
                "POST /api/v1/imports", "POST /api/v1/imports/{id}/confirm", "POST /api/v1/imports/{id}/undo", "PUT /api/v1/findings/{id}");
        assertThat(RouteTable.ROUTES).filteredOn(route -> route.scope() != null)
                .allSatisfy(route -> assertThat(route.pattern()).matches("/api/v1/.*|/badge/.*").doesNotContain("decide", "withdraw", "{act}", "/users", "/tokens", "/admin"));
    }

    @Test
    void no_act_before_which_a_person_is_asked_again_is_open_to_a_token() {
        assertThat(RouteTable.ROUTES).filteredOn(Route::fresh).isNotEmpty().allSatisfy(route -> assertThat(route.scope()).as(route.pattern()).isNull());
    }

    @Test
    void a_scope_that_is_missing_is_named() {
        String secret = made(people.with(Role.OFFICER), EnumSet.of(Scope.READ));
        var answer = ask(secret, "PUT", "/api/v1/providers/by-a-token", "{}", "If-None-Match", "*");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("This token has not the scope \\\"write\\\".");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"vitrine\", error=\"insufficient_scope\", scope=\"write\"");
        assertThat(ask(made(people.with(Role.OFFICER), EnumSet.of(Scope.WRITE)), "GET", "/api/v1/models", "").status()).isEqualTo(403);
        assertThat(ask(made(people.with(Role.PROCUREMENT), EVERY), "PUT", "/api/v1/providers/by-a-token", "{}").body()).contains("The owner of this token may not do this.");
    }

    @Test
    void a_page_a_decision_and_what_is_not_there_are_answered_as_problems() {
        String secret = made(people.with(Role.APPROVER, Role.ADMINISTRATOR), EVERY);
        for (String path : List.of("/", "/tokens", "/admin/users", "/approvals")) {
            var answer = ask(secret, "GET", path, "");
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains("No token opens this address.");
        }
        assertThat(ask(secret, "POST", "/approvals/1/decide", "{}").status()).isEqualTo(403);
        assertThat(ask(secret, "POST", "/tokens", "{}").status()).isEqualTo(403);
        assertThat(status(secret, "/api/v1/nowhere")).isEqualTo(404);
        assertThat(ask(secret, "POST", "/api/v1/models", "{}").status()).isEqualTo(405);
    }

    @Test
    void a_token_writes_without_a_form_token_in_the_name_of_person_and_token_and_a_session_does_not() {
        var officer = people.with(Role.OFFICER);
        String secret = made(officer, EnumSet.of(Scope.WRITE));
        String slug = "by-a-token-" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"slug\": \"" + slug + "\", \"name\": \"Made by a program\", \"facts\": {}}";
        var session = people.signedIn(port, officer);
        var refused = new Browser(port).ask("PUT", "/api/v1/providers/" + slug, JSON, body, "If-None-Match", "*", "Cookie", session.cookieHeader());
        assertThat(refused.status()).isEqualTo(403);
        var answer = ask(secret, "PUT", "/api/v1/providers/" + slug, body, "If-None-Match", "*");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        people.actAs(people.with(Role.AUDITOR));
        var event = trail.newestFirst(new AuditFilter("provider", slug), Long.MAX_VALUE, 1).getFirst();
        assertThat(event.actor().id()).isEqualTo(officer.id().value().toString());
        assertThat(event.actor().name()).isEqualTo("Person " + officer.name() + ", by token “pipeline of " + officer.name() + "”");
    }

    @Test
    void a_wrong_token_is_refused_even_beside_a_session_that_holds() {
        var session = people.signedIn(port, people.with(Role.OFFICER));
        assertThat(new Browser(port).ask("GET", "/api/v1/models", JSON, "", "Cookie", session.cookieHeader()).status()).isEqualTo(200);
        assertThat(ask("vit_wrong", "GET", "/api/v1/models", "", "Cookie", session.cookieHeader()).status()).isEqualTo(401);
        assertThat(ask("", "GET", "/api/v1/models", "", "Cookie", session.cookieHeader()).status()).isEqualTo(401);
    }

    @Test
    void without_a_token_a_program_is_told_to_bring_one() {
        var answer = new Browser(port).get("/api/v1/models");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"vitrine\"");
    }

    @Test
    void a_mistyped_token_is_told_without_a_look_at_the_database() {
        String secret = made(people.with(Role.OFFICER), EnumSet.of(Scope.READ));
        String mistyped = secret.substring(0, 39) + (secret.endsWith("a") ? "b" : "a");
        for (int i = 0; i < 40; i++) {
            assertThat(status(mistyped, "/api/v1/models")).isEqualTo(401);
        }
        assertThat(ask(mistyped, "GET", "/api/v1/models", "").body()).contains("mistyped");
        assertThat(jdbc.sql("SELECT count(*) FROM sign_in_failure").query(Integer.class).single()).isZero();
    }

    @Test
    void who_guesses_has_to_wait_and_a_right_token_from_the_same_place_does_not() {
        String secret = made(people.with(Role.OFFICER), EnumSet.of(Scope.READ));
        var random = new java.security.SecureRandom();
        List<Browser.Page> answers = Stream.generate(() -> ask(TokenText.fresh(random).secret(), "GET", "/api/v1/models", "")).limit(25).toList();
        assertThat(answers).extracting(Browser.Page::status).startsWith(401).endsWith(429).containsOnly(401, 429);
        assertThat(answers.getLast().headers().firstValue("Retry-After")).isPresent();
        assertThat(answers.getLast().body()).contains("Too many wrong tokens");
        assertThat(status(secret, "/api/v1/models")).isEqualTo(200);
        assertThat(events("unknown")).extracting(AuditEvent::action).contains("token.refused");
    }

    @Test
    void an_expired_token_opens_nothing() {
        var officer = people.with(Role.OFFICER);
        String secret = made(officer, EnumSet.of(Scope.READ));
        jdbc.sql("UPDATE api_token SET expires_at = created_at WHERE owner = ?").param(officer.id().value()).update();
        var answer = ask(secret, "GET", "/api/v1/models", "");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("This token has expired.");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).contains("error=\"invalid_token\""));
    }

    @Test
    void what_happens_to_a_person_happens_to_the_persons_tokens_at_once() {
        var administrator = people.with(Role.ADMINISTRATOR);
        var officer = people.with(Role.OFFICER);
        String secret = made(officer, EVERY);
        Users users = context.getBean(Users.class);
        assertThat(status(secret, "/api/v1/evidence")).isEqualTo(200);
        people.actAs(administrator);
        users.giveRoles(officer.id(), EnumSet.of(Role.PROCUREMENT));
        assertThat(status(secret, "/api/v1/evidence")).isEqualTo(403);
        users.disable(officer.id());
        assertThat(status(secret, "/api/v1/models")).isEqualTo(401);
        users.enable(officer.id());
        assertThat(status(secret, "/api/v1/models")).isEqualTo(200);
    }

    @Test
    void a_token_is_revoked_by_its_owner_or_an_administrator_and_by_nobody_else() {
        var owner = people.with(Role.OFFICER);
        var administrator = people.with(Role.ADMINISTRATOR);
        String secret = made(owner, EnumSet.of(Scope.READ));
        UUID id = only(owner);
        Browser other = people.signedIn(port, people.with(Role.OFFICER));
        other.get("/tokens");
        assertThat(other.post("/tokens/" + id + "/revoke").status()).isEqualTo(404);
        assertThat(other.post("/admin/tokens/" + id + "/revoke").status()).isEqualTo(403);
        assertThat(other.get("/admin/tokens").status()).isEqualTo(403);
        assertThat(status(secret, "/api/v1/models")).isEqualTo(200);
        Browser admin = people.signedIn(port, administrator);
        assertThat(admin.get("/admin/tokens").body()).contains("pipeline of " + owner.name(), "Person " + owner.name());
        assertThat(admin.post("/admin/tokens/" + id + "/revoke").body()).contains("Revoked on " + context.getBean(eu.vitrine.web.DatesInWords.class).today().getDayOfMonth(), " by Person " + administrator.name());
        assertThat(ask(secret, "GET", "/api/v1/models", "").body()).contains("This token was revoked.");
        assertThat(status(secret, "/api/v1/models")).isEqualTo(401);
        String another = made(owner, EnumSet.of(Scope.READ));
        Browser own = people.signedIn(port, owner);
        own.get("/tokens");
        own.post("/tokens/" + jdbc.sql("SELECT id FROM api_token WHERE owner = ? AND revoked_at IS NULL").param(owner.id().value()).query(UUID.class).single() + "/revoke");
        assertThat(status(another, "/api/v1/models")).isEqualTo(401);
    }

    @Test
    void a_token_in_an_address_is_refused_and_not_repeated() {
        var officer = people.with(Role.OFFICER);
        String secret = made(officer, EnumSet.of(Scope.READ));
        Browser signedIn = people.signedIn(port, officer);
        for (String path : List.of("/api/v1/models?access_token=" + secret, "/api/v1/models?q=" + secret, "/models?q=" + secret.replace("_", "%5F"), "/models/" + secret,
                "/api/v1/models?Access_Token=other")) {
            for (Browser.Page answer : List.of(new Browser(port).get(path), signedIn.get(path), ask(secret, "GET", path, ""))) {
                assertThat(answer.status()).as(path).isEqualTo(400);
                assertThat(answer.body()).contains("A token is never part of an address").doesNotContain(secret);
            }
        }
    }

    @Test
    void the_log_holds_making_the_first_use_of_each_kind_on_a_day_refusals_and_the_end_and_never_the_secret() {
        var officer = people.with(Role.OFFICER);
        String secret = made(officer, EnumSet.of(Scope.READ, Scope.WRITE));
        UUID id = only(officer);
        for (int i = 0; i < 3; i++) {
            status(secret, "/api/v1/models");
            ask(secret, "PUT", "/api/v1/providers/x", "{}");
            status(secret, "/models");
        }
        people.actAs(officer);
        tokens.revokeOwn(id);
        tokens.revokeOwn(id);
        status(secret, "/api/v1/models");
        var events = events(id.toString());
        assertThat(events).extracting(AuditEvent::action).containsExactly("token.revoked", "token.refused", "token.used", "token.used", "token.made");
        assertThat(events).filteredOn(event -> event.action().equals("token.used")).extracting(AuditEvent::canonical)
                .satisfiesExactly(write -> assertThat(write).contains("\"use\":\"write\""), read -> assertThat(read).contains("\"use\":\"read\"", "by token"));
        assertThat(events).extracting(AuditEvent::canonical).noneMatch(canonical -> SECRET.matcher(canonical).find());
        jdbc.sql("UPDATE api_token SET read_on = DATE '2026-11-24', revoked_at = NULL, last_used_at = NULL WHERE id = ?").param(id).update();
        status(secret, "/api/v1/models");
        assertThat(events(id.toString()).getFirst().action()).isEqualTo("token.used");
    }

    @Test
    void the_last_use_is_written_at_most_once_a_minute() {
        var officer = people.with(Role.OFFICER);
        String secret = made(officer, EnumSet.of(Scope.READ));
        status(secret, "/api/v1/models");
        var now = context.getBean(java.time.Clock.class).instant();
        assertThat(lastUsed(officer)).isEqualTo(now);
        var half = now.minusSeconds(30);
        jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE owner = ?").params(half.atOffset(java.time.ZoneOffset.UTC), officer.id().value()).update();
        status(secret, "/api/v1/models");
        assertThat(lastUsed(officer)).isEqualTo(half);
        jdbc.sql("UPDATE api_token SET last_used_at = ? WHERE owner = ?").params(now.minusSeconds(61).atOffset(java.time.ZoneOffset.UTC), officer.id().value()).update();
        status(secret, "/api/v1/models");
        assertThat(lastUsed(officer)).isEqualTo(now);
    }

    private java.time.Instant lastUsed(People.Person person) {
        return jdbc.sql("SELECT last_used_at FROM api_token WHERE owner = ?").param(person.id().value()).query(java.time.OffsetDateTime.class).single().toInstant();
    }

    @Test
    void a_person_makes_a_token_sees_it_once_and_only_its_hash_is_kept() {
        Browser browser = people.signedIn(port, people.with(Role.AUDITOR));
        var dates = context.getBean(eu.vitrine.web.DatesInWords.class);
        var now = context.getBean(java.time.Clock.class).instant(); // tests on the same server may have moved it
        assertThat(browser.get("/tokens").body()).contains("You have no token.", "Make one for each program").doesNotContain("value=\"WRITE\"");
        var page = browser.post("/tokens", "name", "Nightly <b>gate</b>", "scopes", "READ", "days", "30");
        var shown = SECRET.matcher(page.body());
        assertThat(shown.find()).isTrue();
        assertThat(page.body()).contains("It is shown only now", "VITRINE_TOKEN", "Nightly &lt;b&gt;gate&lt;/b&gt;", dates.day(now.plus(java.time.Duration.ofDays(30))));
        assertThat(status(shown.group(), "/api/v1/models")).isEqualTo(200);
        var again = browser.get("/tokens").body();
        assertThat(SECRET.matcher(again).find()).isFalse();
        assertThat(again).contains("Last used", dates.moment(now));
        var row = jdbc.sql("SELECT * FROM api_token").query().singleRow();
        assertThat(row.values()).noneMatch(value -> String.valueOf(value).contains(shown.group().substring(4, 14)));
        assertThat(row.get("sha256")).isEqualTo(eu.vitrine.audit.Sha256.of(shown.group().getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    }

    @Test
    void a_form_without_name_or_scope_or_for_longer_than_a_year_is_sent_back() {
        Browser browser = people.signedIn(port, people.with(Role.OFFICER));
        browser.get("/tokens");
        var page = browser.post("/tokens", "name", "", "days", "366");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Say what it is for", "Choose at least one.", "Choose between 1 and 365 days.");
        assertThat(browser.post("/tokens", "name", "x", "scopes", "READ", "days", "0").status()).isEqualTo(422);
        assertThat(browser.postWithoutToken("/tokens", "name", "x", "scopes", "READ", "days", "7").status()).isEqualTo(403);
        assertThat(jdbc.sql("SELECT count(*) FROM api_token").query(Integer.class).single()).isZero();
    }

    @Test
    void a_person_has_at_most_fifty_live_tokens() {
        var officer = people.with(Role.OFFICER);
        people.actAs(officer);
        for (int i = 0; i < ApiTokens.MOST; i++) {
            tokens.make("token " + i, EnumSet.of(Scope.READ), 1);
        }
        SecurityContextHolder.clearContext();
        Browser browser = people.signedIn(port, officer);
        browser.get("/tokens");
        assertThat(browser.post("/tokens", "name", "one more", "scopes", "READ", "days", "7").body()).contains("You have 50 tokens already");
    }
}

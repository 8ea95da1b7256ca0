package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class SecondFactorTests {

    private static final Pattern SECRET = Pattern.compile("<code class=\"link\">([A-Z2-7 ]{39})</code>");
    private static final Pattern CODE = Pattern.compile("<code>([a-z2-7-]{19})</code>");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    private People people;
    private People.Person officer;
    private Browser browser;
    private byte[] secret = {};
    private List<String> recovery = List.of();

    @BeforeEach
    void an_officer_has_set_up_codes_of_an_app() {
        people = new People(context);
        people.nobody();
        officer = people.with(Role.OFFICER);
        browser = people.signedIn(port, officer);
        browser.get("/account");
        var page = browser.post("/account/second-factor");
        assertThat(page.path()).isEqualTo("/account/second-factor");
        var found = SECRET.matcher(page.body());
        assertThat(found.find()).isTrue();
        secret = Base32.decode(found.group(1).replace(" ", ""));
        assertThat(page.body()).contains("<svg class=\"qr\"").contains("d=\"M4,4h1v1h-1z");
        var codes = browser.post("/account/second-factor/confirm", "code", code());
        assertThat(codes.path()).isEqualTo("/account/recovery-codes");
        recovery = CODE.matcher(codes.body()).results().map(one -> one.group(1)).toList();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
    }

    /** The code of now, after a step in which no code was used. */
    private String code() {
        clock.moveBy(Duration.ofSeconds(Totp.SECONDS));
        return Totp.code(secret, Totp.step(clock.instant()));
    }

    private static String wrong(String right) {
        return right.startsWith("1") ? "2" + right.substring(1) : "1" + right.substring(1);
    }

    private Browser withPassword() {
        var another = new Browser(port);
        another.get("/sign-in");
        assertThat(another.post("/sign-in", "name", officer.name(), "password", People.PASSWORD, "returnTo", "/models").path())
                .isEqualTo("/sign-in/code?returnTo=%2Fmodels");
        return another;
    }

    @Test
    void the_right_password_alone_opens_nothing() {
        Browser another = withPassword();
        assertThat(another.get("/models").path()).startsWith("/sign-in?");
        assertThat(another.get("/account").path()).startsWith("/sign-in?");
        assertThat(another.get("/api/v1/models").status()).isEqualTo(401);
    }

    @Test
    void password_and_code_lead_to_the_page_that_was_asked_for_under_another_session_number() {
        Browser another = withPassword();
        String before = another.cookie("vitrine");
        assertThat(another.post("/sign-in/code", "code", code(), "returnTo", "/models").path()).isEqualTo("/models");
        assertThat(another.cookie("vitrine")).isNotEqualTo(before);
    }

    @Test
    void a_code_works_once() {
        String code = code();
        assertThat(withPassword().post("/sign-in/code", "code", code, "returnTo", "/models").path()).isEqualTo("/models");
        assertThat(withPassword().post("/sign-in/code", "code", code, "returnTo", "/models").status()).isEqualTo(401);
    }

    @Test
    void the_code_that_confirmed_the_set_up_does_not_sign_in() {
        String code = Totp.code(secret, Totp.step(clock.instant()));
        assertThat(withPassword().post("/sign-in/code", "code", code).status()).isEqualTo(401);
    }

    @Test
    void a_wrong_a_used_and_an_unknown_recovery_code_are_answered_alike() {
        String used = recovery.get(0);
        assertThat(withPassword().post("/sign-in/code", "code", used).status()).isEqualTo(200);
        List<String> answers = List.of(wrong(code()), used, "aaaa-aaaa-aaaa-aaaa").stream()
                .map(typed -> withPassword().post("/sign-in/code", "code", typed)).map(page -> page.status() + page.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "")).toList();
        assertThat(answers).allMatch(answer -> answer.startsWith("401") && answer.contains("This code does not work"));
        assertThat(answers.stream().distinct()).hasSize(1);
    }

    @Test
    void a_recovery_code_signs_in_once_however_it_is_typed_and_is_counted() {
        String typed = recovery.get(3).toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        Browser another = withPassword();
        assertThat(another.post("/sign-in/code", "code", typed).path()).isEqualTo("/");
        assertThat(another.get("/account").body()).contains("9 recovery codes are left.");
        assertThat(withPassword().post("/sign-in/code", "code", typed).status()).isEqualTo(401);
    }

    @Test
    void new_recovery_codes_replace_those_before_and_are_shown_once() {
        var page = browser.post("/account/recovery-codes");
        var fresh = CODE.matcher(page.body()).results().map(one -> one.group(1)).toList();
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(recovery);
        assertThat(browser.get("/account/recovery-codes").path()).isEqualTo("/account");
        assertThat(withPassword().post("/sign-in/code", "code", recovery.get(0)).status()).isEqualTo(401);
        assertThat(withPassword().post("/sign-in/code", "code", fresh.get(0)).path()).isEqualTo("/");
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_has_to_wait() {
        Browser another = withPassword();
        for (int i = 0; i < 5; i++) {
            assertThat(another.post("/sign-in/code", "code", "none").status()).isEqualTo(401);
        }
        // The clock stands, so the wait is not over when the right one comes.
        var refused = another.post("/sign-in/code", "code", recovery.get(0));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_right_password_does_not_begin_the_counting_of_codes_anew() {
        for (int i = 0; i < 6; i++) {
            withPassword().post("/sign-in/code", "code", "none");
        }
        assertThat(withPassword().post("/sign-in/code", "code", recovery.get(0)).status()).isEqualTo(429);
    }

    @Test
    void the_code_page_forgets_the_password_after_ten_minutes() {
        Browser another = withPassword();
        clock.moveBy(Entrance.SECOND_STEP_VALIDITY);
        assertThat(another.post("/sign-in/code", "code", code()).path()).isEqualTo("/sign-in");
    }

    @Test
    void the_key_is_shown_only_while_the_factor_is_being_set_up() {
        assertThat(browser.get("/account/second-factor").path()).isEqualTo("/account");
        assertThat(browser.post("/account/second-factor").path()).isEqualTo("/account");
        assertThat(withPassword().post("/sign-in/code", "code", code()).path()).isEqualTo("/");
    }

    @Test
    void whoever_has_a_second_factor_confirms_by_a_code_and_not_by_the_password() {
        clock.moveBy(StepUp.VALIDITY);
        var asked = browser.post("/account/recovery-codes");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("one-time-code").doesNotContain("type=\"password\"");
        assertThat(browser.post("/account/recovery-codes", "confirmation", People.PASSWORD).status()).isEqualTo(401);
        assertThat(CODE.matcher(browser.post("/account/recovery-codes", "confirmation", code()).body()).results()).hasSize(10);
    }

    @Test
    void the_factor_is_removed_with_the_password_and_not_without() {
        assertThat(browser.post("/account/second-factor/remove", "password", "not the password at all").status()).isEqualTo(422);
        withPassword();
        assertThat(browser.post("/account/second-factor/remove", "password", People.PASSWORD).body()).contains("The second factor is removed");
        assertThat(people.signedIn(port, officer).get("/account").body()).contains("Set up codes of an app");
        assertThat(events("second-factor.removed")).isOne();
    }

    @Test
    void an_administrator_takes_the_factor_of_another_away_and_that_ends_the_sessions() {
        Browser administrator = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        administrator.get("/admin/users/" + officer.id());
        assertThat(administrator.post("/admin/users/" + officer.id() + "/second-factor/reset").body()).contains("The second factor is taken away");
        assertThat(browser.get("/models").path()).startsWith("/sign-in");
        assertThat(people.signedIn(port, officer).get("/models").status()).isEqualTo(200);
        assertThat(events("second-factor.reset")).isOne();
    }

    @Test
    void an_administrator_cannot_take_the_own_factor_away_so() {
        var other = people.with(Role.ADMINISTRATOR);
        Browser administrator = people.signedIn(port, other);
        administrator.get("/admin/users");
        assertThat(administrator.post("/admin/users/" + other.id() + "/second-factor/reset").status()).isEqualTo(403);
        assertThat(browser.post("/admin/users/" + officer.id() + "/second-factor/reset").status()).isEqualTo(403);
    }

    @Test
    void neither_key_nor_codes_nor_password_stand_in_the_database_or_the_log(CapturedOutput output) {
        String code = code();
        withPassword().post("/sign-in/code", "code", code);
        withPassword().post("/sign-in/code", "code", recovery.get(1));
        withPassword().post("/sign-in/code", "code", "canary-that-is-no-code");
        String dump = String.join("\n", jdbc.sql("SCRIPT").query(String.class).list());
        assertThat(dump).contains("SECOND_FACTOR", "v1.", officer.name());
        for (String text : List.of(dump, output.getAll())) {
            assertThat(text).doesNotContainIgnoringCase(Base32.toBase32String(secret)).doesNotContainIgnoringCase(HexFormat.of().formatHex(secret))
                    .doesNotContain(Base64.getEncoder().encodeToString(secret)).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1))
                    .doesNotContain("canary-that-is-no-code").doesNotContain(People.PASSWORD);
            recovery.forEach(one -> assertThat(text).doesNotContain(one).doesNotContain(one.replace("-", "")));
        }
        String bytes = HexFormat.of().formatHex(secret);
        assertThat(jdbc.sql("SELECT secret FROM second_factor").query(String.class).list()).hasSize(1)
                .noneMatch(sealed -> HexFormat.of().formatHex(Base64.getUrlDecoder().decode(sealed.substring(sealed.lastIndexOf('.') + 1))).contains(bytes));
    }

    private long events(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_event WHERE action = ? AND object_id = ?").params(action, officer.id().toString()).query(Long.class).single();
    }
}

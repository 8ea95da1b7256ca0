package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SessionsTests {

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
    private Browser here;
    private Browser there;

    @BeforeEach
    void an_officer_is_signed_in_twice() {
        people = new People(context);
        people.nobody();
        officer = people.with(Role.OFFICER);
        here = people.signedIn(port, officer);
        clock.moveBy(Duration.ofMinutes(2));
        there = people.signedIn(port, officer);
        here.get("/account");
        there.get("/account");
    }

    private List<String> sessions() {
        return jdbc.sql("SELECT id FROM signed_in_session WHERE user_id = ? ORDER BY since").param(officer.id().value()).query(String.class).list();
    }

    @Test
    void a_person_sees_where_they_are_signed_in_and_which_session_is_this_one() {
        String page = here.get("/account").body();
        assertThat(page).contains("/account/sessions/" + sessions().get(1) + "/end").doesNotContain("/account/sessions/" + sessions().get(0) + "/end").contains("This one, now");
    }

    @Test
    void an_ended_session_opens_nothing_and_the_other_goes_on() {
        here.post("/account/sessions/" + sessions().get(1) + "/end");
        assertThat(there.get("/models").path()).startsWith("/sign-in");
        assertThat(here.get("/models").path()).isEqualTo("/models");
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        assertThat(here.post("/account/sessions/end").body()).contains("You are signed out");
        assertThat(here.get("/models").path()).startsWith("/sign-in");
        assertThat(there.get("/models").path()).startsWith("/sign-in");
        assertThat(sessions()).isEmpty();
    }

    @Test
    void nobody_ends_the_session_of_another() {
        Browser stranger = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        stranger.get("/account");
        stranger.post("/account/sessions/" + sessions().get(0) + "/end");
        assertThat(here.get("/models").path()).isEqualTo("/models");
        assertThat(stranger.get("/account").body()).doesNotContain(sessions().get(0));
    }

    @Test
    void a_session_that_was_signed_out_is_not_shown_any_more() {
        there.post("/sign-out");
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void a_session_not_used_for_longer_than_sessions_last_is_not_shown() {
        clock.moveBy(Duration.ofMinutes(32));
        String own = here.get("/account").body();
        assertThat(own).doesNotContain("/account/sessions/" + sessions().get(1));
    }

    @Test
    void the_table_holds_no_number_of_a_cookie() {
        String dump = String.join("\n", jdbc.sql("SELECT id || device FROM signed_in_session").query(String.class).list());
        assertThat(dump).doesNotContain(here.cookie("vitrine")).doesNotContain(there.cookie("vitrine"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0|Firefox, Windows",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36|Chrome, Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0|Edge, Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1|Safari, iPhone",
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36|Chrome, Android",
        "<script>alert(1)</script>|''"})
    void a_device_is_told_in_two_words(String header, String words) {
        assertThat(Device.of(header)).isEqualTo(words);
    }
}

package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
class UsersTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Users users;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    @LocalServerPort
    private int port;

    private People people;
    private People.Person administrator;

    @BeforeEach
    void an_administrator_acts() {
        people = new People(context);
        people.nobody();
        administrator = people.with(Role.ADMINISTRATOR);
        people.actAs(administrator);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_added_user_chooses_a_password_by_the_link_and_signs_in() {
        var invitation = users.add(name("bolin"), "Bo Lindqvist", Set.of(Role.APPROVER));
        String path = invitation.link().substring(invitation.link().indexOf("/set-up"));
        var browser = new Browser(port);
        assertThat(browser.get(path).body()).contains("You will sign in as bolin");
        browser.post("/set-up", "token", path.substring(path.indexOf('=') + 1), "password", People.PASSWORD, "repeated", People.PASSWORD);
        assertThat(browser.post("/sign-in", "name", "bolin", "password", People.PASSWORD).body()).contains("Bo Lindqvist");
    }

    @Test
    void two_users_cannot_sign_in_by_one_name() {
        users.add(name("bolin"), "Bo", Set.of(Role.APPROVER));
        assertThatThrownBy(() -> users.add(name("BOLIN"), "Another", Set.of(Role.OFFICER))).isInstanceOf(SignInNameTaken.class);
    }

    @Test
    void nobody_changes_their_own_roles_or_access() {
        assertThatThrownBy(() -> users.giveRoles(administrator.id(), Set.of(Role.OFFICER))).isInstanceOf(OwnAccount.class);
        assertThatThrownBy(() -> users.disable(administrator.id())).isInstanceOf(OwnAccount.class);
        assertThatThrownBy(() -> users.renewLink(administrator.id())).isInstanceOf(OwnAccount.class);
    }

    @Test
    void two_administrators_cannot_take_each_other_out_at_once() {
        var other = people.with(Role.ADMINISTRATOR);
        // What the other one's change looks like to a request that began before it.
        jdbc.sql("UPDATE user_account_role SET role = 'OFFICER' WHERE user_id = ?").param(administrator.id().value()).update();
        assertThatThrownBy(() -> users.giveRoles(other.id(), Set.of(Role.OFFICER))).isInstanceOf(NoAdministratorLeft.class);
        assertThat(users.one(other.id()).roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void a_disabled_user_is_out_at_the_next_request_and_stays_out() {
        var officer = people.with(Role.OFFICER);
        var browser = people.signedIn(port, officer);
        users.disable(officer.id());
        assertThat(browser.get("/").path()).isEqualTo("/sign-in");
        assertThat(browser.post("/sign-in", "name", officer.name(), "password", People.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void changed_roles_end_the_sessions_that_knew_the_old_ones() {
        var auditor = people.with(Role.AUDITOR);
        var browser = people.signedIn(port, auditor);
        users.giveRoles(auditor.id(), Set.of(Role.PROCUREMENT));
        assertThat(browser.get("/audit").path()).startsWith("/sign-in");
    }

    @Test
    void a_new_link_makes_the_one_before_worthless() {
        var first = users.add(name("bolin"), "Bo", Set.of(Role.APPROVER));
        var second = users.renewLink(first.user());
        var setUp = context.getBean(SetUp.class);
        assertThat(setUp.invitee(token(first))).isEmpty();
        assertThat(setUp.invitee(token(second))).isPresent();
    }

    @Test
    void every_act_stands_in_the_audit_log_with_who_did_it() {
        var added = users.add(name("bolin"), "Bo", Set.of(Role.APPROVER)).user();
        users.giveRoles(added, Set.of(Role.OFFICER, Role.AUDITOR));
        users.disable(added);
        users.enable(added);
        users.renewLink(added);

        var events = trail.newestFirst(new AuditFilter("user", added.toString()), Long.MAX_VALUE, 10);
        assertThat(events).extracting(event -> event.action())
                .containsExactly("user.link-renewed", "user.enabled", "user.disabled", "user.roles-changed", "user.added");
        assertThat(events).allMatch(event -> event.actor().id().equals(administrator.id().toString()));
        assertThat(events.get(3).canonical()).contains("\"before\":[\"APPROVER\"]", "\"roles\":[\"OFFICER\",\"AUDITOR\"]");
    }

    @Test
    void a_user_is_not_added_if_the_audit_log_cannot_record_it() {
        long last = jdbc.sql("SELECT seq FROM audit_head").query(Long.class).single();
        jdbc.sql("UPDATE audit_head SET seq = seq - 1").update(); // the next event collides with the last one
        try {
            assertThatThrownBy(() -> users.add(name("bolin"), "Bo", Set.of(Role.APPROVER)))
                    .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        } finally {
            jdbc.sql("UPDATE audit_head SET seq = ?").param(last).update();
        }
        assertThat(users.all()).noneMatch(user -> user.signInName().equals("bolin"));
    }

    @Test
    void an_event_vanishes_with_the_change_it_was_about() {
        long before = events();
        transactions.executeWithoutResult(status -> {
            users.add(name("bolin"), "Bo", Set.of(Role.APPROVER));
            status.setRollbackOnly();
        });
        assertThat(events()).isEqualTo(before);
        assertThat(users.all()).noneMatch(user -> user.signInName().equals("bolin"));
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM audit_event").query(Long.class).single();
    }

    private static String token(Users.Invitation invitation) {
        return invitation.link().substring(invitation.link().indexOf('=') + 1);
    }

    private static SignInName name(String typed) {
        return SignInName.of(typed).orElseThrow();
    }
}

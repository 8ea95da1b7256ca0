package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

@ServerTest
class AuditLogPagesTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionOperations transactions;

    @LocalServerPort
    private int port;

    private Browser auditor;

    @BeforeEach
    void an_auditor_has_signed_in() {
        var people = new People(context);
        people.nobody();
        auditor = people.signedIn(port, people.with(Role.AUDITOR));
    }

    @Test
    void events_stand_newest_first_and_older_ones_a_page_on() {
        record("paged", 60);
        var newest = auditor.get("/audit?type=paged");
        assertThat(rows(newest)).isEqualTo(50);
        var older = Pattern.compile("href=\"(/audit\\?[^\"]*before=\\d+)\"").matcher(newest.body());
        assertThat(older.find()).isTrue();
        assertThat(rows(auditor.get(older.group(1).replace("&amp;", "&")))).isEqualTo(10);
    }

    @Test
    void the_log_of_one_object_shows_no_other() {
        record("alone", 1);
        record("another", 1);
        assertThat(auditor.get("/audit?type=alone&id=1").body()).contains("alone").doesNotContain(">another<");
        assertThat(auditor.get("/audit?type=alone&id=2").body()).contains("No event fits");
    }

    @Test
    void what_stands_in_an_event_is_shown_as_text() {
        transactions.executeWithoutResult(status -> trail.record(AuditEntry.of(new Actor("x", "<b>bold</b>"), "probe.written",
                AuditEntry.Subject.of("markup", "<i>")).because("<script>alert(1)</script>")));
        assertThat(auditor.get("/audit?type=markup").body()).doesNotContain("<b>bold").doesNotContain("<script>alert").contains("&lt;b&gt;bold");
    }

    @Test
    void an_auditor_sees_that_the_chain_holds() {
        assertThat(auditor.get("/audit/check").body()).contains("Chain verified");
    }

    private void record(String type, int times) {
        for (int i = 0; i < times; i++) {
            transactions.executeWithoutResult(status -> trail.record(
                    AuditEntry.of(Actor.SYSTEM, "probe.written", AuditEntry.Subject.of(type, "1"))));
        }
    }

    private static long rows(Browser.Page page) {
        return Pattern.compile("<th scope=\"row\"").matcher(page.body()).results().count();
    }
}

package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.Checkpoints;
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
        assertThat(auditor.get("/audit/check").body()).contains("Log verified");
        assertThat(auditor.get("/audit").body()).contains("Log verified");
    }

    @Test
    void the_last_checkpoint_and_the_keys_are_shown() {
        record("covered", 1);
        context.getBean(Checkpoints.class).make();
        assertThat(auditor.get("/audit").body()).contains("also kept outside the database", "Public key");
        assertThat(auditor.get("/audit/check").body()).contains("Public keys of this log", "\u2014 vitrine-");
    }

    @Test
    void what_is_exported_is_a_file_that_proves_itself() {
        record("exported", 1);
        var page = auditor.get("/audit/export");
        assertThat(page.body()).startsWith("{\"format\":\"vitrine-audit-log/1\"").contains("\"audit-log.exported\"").contains("{\"checkpoint\":");
        assertThat(page.body().lines().reduce((a, b) -> b).orElseThrow()).startsWith("{\"checkpoint\":");
    }

    @Test
    void an_administrator_erases_a_reason_on_stated_grounds() {
        var people = new People(context);
        var administrator = people.signedIn(port, people.with(Role.ADMINISTRATOR));
        long seq = transactions.execute(status -> trail.record(AuditEntry.of(Actor.SYSTEM, "probe.written", AuditEntry.Subject.of("erased", "1")).because("Grace was ill")));
        assertThat(auditor.get("/audit/" + seq).body()).contains("Grace was ill").doesNotContain("Erase the reason");
        assertThat(administrator.post("/audit/" + seq + "/erase", "why", " ").body()).contains("Say on what grounds");
        administrator.post("/audit/" + seq + "/erase", "why", "asked for");
        assertThat(auditor.get("/audit/" + seq).body()).contains("erased").doesNotContain("Grace was ill");
        assertThat(auditor.get("/audit?type=audit-event&id=" + seq).body()).contains("Reason of an event erased", "asked for");
    }

    @Test
    void events_are_filtered_by_who_what_and_when() {
        record("sought", 1);
        assertThat(auditor.get("/audit?type=sought&who=system&what=probe&from=2020-01-01&until=2100-01-01").body()).contains("probe.written");
        assertThat(auditor.get("/audit?type=sought&who=anonymous").body()).contains("No event fits");
        assertThat(auditor.get("/audit?type=sought&what=sought.written").body()).contains("No event fits");
        assertThat(auditor.get("/audit?type=sought&until=2020-01-01").body()).contains("No event fits");
        assertThat(auditor.get("/audit?type=sought&from=yesterday&until=%2B999999999-12-31").body()).contains("probe.written");
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

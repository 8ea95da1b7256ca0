package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The pages of policy sets as people use them, without scripts; on a server of its own, because the set in force changes here. */
@ServerTest
@TestPropertySource(properties = "spring.application.name=vitrine-policy-sets")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicySetPagesTests {

    private static final String SHOWN = "/policies/sets/";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser author;
    private Browser approver;

    @BeforeAll
    void an_author_and_an_approver_have_signed_in() {
        var people = new People(context);
        author = people.signedIn(port, people.with(Role.POLICY_AUTHOR));
        approver = people.signedIn(port, people.with(Role.APPROVER, Role.OFFICER));
    }

    private String proposed(byte[] draft) {
        author.get("/policies/sets");
        var page = author.upload("/policies/sets", "file", "policies.zip", draft, "note", "why <b>not</b>");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.path()).startsWith(SHOWN);
        return page.path();
    }

    private String tried(Browser who, String path) {
        who.get(path);
        String body = who.post(path + "/trial").body();
        for (int i = 0; i < 600 && body.contains("hx-trigger"); i++) {
            pause();
            body = who.get(path).body();
        }
        return body;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_draft_goes_from_upload_over_trial_and_request_to_the_confirmation_by_a_second_person() {
        String path = proposed(Drafts.withoutSummary());
        assertThat(author.get(path).body()).contains("It was not tried yet", "why &lt;b&gt;not&lt;/b&gt;", "AIA-53-1-d.yaml", "removed").doesNotContain("/activate\"");
        assertThat(tried(author, path)).contains("Something changes for", "Every answer that changes", "no such policy");
        assertThat(author.get(path + "?slug=gpt-5&policy=AIA-53-1-d&sort=policy").body()).contains("1 answer.");
        assertThat(author.post(path + "/request").body()).contains("Activation is requested", "a second person has to confirm").doesNotContain("/activate\"");
        assertThat(author.post(path + "/activate").body()).contains("Nothing was changed: whoever proposed a set");
        approver.get("/models/phi-4");
        approver.post("/models/phi-4/assess");
        approver.get(path);
        assertThat(approver.post(path + "/activate").body()).contains("is in force. Assessments made by the set before");
        assertThat(approver.get("/models/phi-4").body()).contains("out of date");
        assertThat(approver.get("/policies/AIA-53-1-d").status()).as("the policy book is that of the set in force").isEqualTo(404);
        assertThat(approver.get("/policies/sets").body()).contains("Was in force");
    }

    @Test
    void a_broken_draft_is_refused_with_every_error_and_nothing_is_kept() {
        Map<String, String> files = new TreeMap<>(Drafts.shipped());
        files.put("CLS-1.yaml", files.get("CLS-1.yaml") + "\nunheard_<of>: 1\n");
        author.get("/policies/sets");
        int before = context.getBean(Proposals.class).all().size();
        var page = author.upload("/policies/sets", "file", "policies.zip", Drafts.zip(files));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("There is a problem", "1 error in the draft", "CLS-1.yaml", "unheard_&lt;of&gt;");
        assertThat(context.getBean(Proposals.class).all()).hasSize(before);
    }

    @Test
    void a_form_without_a_file_says_so() {
        author.get("/policies/sets");
        assertThat(author.post("/policies/sets", "note", "nothing").body()).contains("Choose the ZIP");
        assertThat(author.post("/policies/try", "model", "gpt-5").body()).contains("Choose the ZIP");
    }

    @Test
    void an_upload_that_is_too_large_is_refused_and_the_server_goes_on() {
        author.get("/policies/sets");
        var page = author.upload("/policies/sets", "file", "policies.zip", new byte[5 * 512 * 1024]);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("larger than 2 MiB").doesNotContain("Exception");
        assertThat(author.get("/policies/sets").status()).isEqualTo(200);
    }

    @Test
    void a_rejection_needs_a_reason_and_stays() {
        String path = proposed(Drafts.reworded());
        approver.get(path);
        var without = approver.post(path + "/reject", "reason", " ");
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body()).contains("Write why it is rejected");
        assertThat(approver.post(path + "/reject", "reason", "not <now>").body()).contains("The proposal is rejected", "not &lt;now&gt;").doesNotContain("/trial\"");
        assertThat(approver.post(path + "/reject", "reason", "again").body()).contains("decided already");
    }

    @Test
    void a_set_that_differs_in_words_only_says_so() {
        Map<String, String> now = new TreeMap<>(context.getBean(Policies.class).kept().files().byName());
        now.computeIfPresent("CLS-3.yaml", (name, text) -> text.replaceFirst("(?m)^title: .*$", "title: Other words"));
        assertThat(author.get(proposed(Drafts.zip(now))).body()).contains("Only wording differs");
    }

    @Test
    void an_author_tries_a_proposal_and_an_upload_on_one_model_and_nothing_is_kept() {
        String path = proposed(Drafts.withoutSummary());
        String number = path.substring(path.lastIndexOf('/') + 1);
        int before = context.getBean(Proposals.class).all().size();
        String byProposal = author.get("/policies/try?set=" + number + "&model=gpt-5&as-of=2026-01-01").body();
        assertThat(byProposal).contains("GPT-5 on 1 January 2026: what differs", "Every finding", "nobody can cite it");
        assertThat(byProposal.indexOf("what differs")).isLessThan(byProposal.indexOf("Every finding"));
        String byUpload = author.upload("/policies/try", "file", "policies.zip", Drafts.withoutSummary(), "model", "gpt-5").body();
        assertThat(byUpload).contains("what differs", "Every finding");
        assertThat(context.getBean(Proposals.class).all()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model=nobody", "model=gpt-5&as-of=9999-01-01", "model=gpt-5&as-of=2024-07-31", "model=gpt-5&as-of=soon"})
    void what_cannot_be_tried_is_said(String query) {
        assertThat(author.get("/policies/try?set=1&" + query).body()).contains("There is a problem").doesNotContain("Every finding");
    }

    @Test
    void a_broken_upload_is_told_on_the_page_where_it_was_tried() {
        author.get("/policies/try");
        var page = author.upload("/policies/try", "file", "policies.zip", Drafts.zip(Drafts.with("CLS-1.yaml", "id: [")), "model", "gpt-5");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("in the draft", "CLS-1.yaml");
    }

    @Test
    void who_may_only_read_sees_no_way_to_act() {
        var people = new People(context);
        Browser auditor = people.signedIn(port, people.with(Role.AUDITOR));
        String path = proposed(Drafts.reworded());
        assertThat(auditor.get(path).body()).doesNotContain("<form method=\"post\" action=\"/policies");
        assertThat(auditor.get("/policies/sets").body()).doesNotContain("multipart/form-data");
        assertThat(auditor.get("/policies/try").status()).isEqualTo(403);
        assertThat(people.signedIn(port, people.with(Role.PROCUREMENT)).get("/policies/sets").status()).isEqualTo(403);
    }

    @Test
    void numbers_that_are_none_are_plainly_not_found() {
        assertThat(author.get("/policies/sets/999").status()).isEqualTo(404);
        assertThat(author.get("/policies/sets/x").status()).isEqualTo(400);
        assertThat(author.get("/policies/try?set=999&model=gpt-5").status()).isEqualTo(404);
    }

    @Test
    void the_outlook_counts_what_the_newest_assessments_say() {
        assertThat(approver.get("/outlook").status()).isEqualTo(200);
        approver.post("/models/deepseek-r1/assess");
        String body = approver.get("/outlook").body();
        assertThat(body).contains("2 August 2027", "DeepSeek-R1", "Days of the law to come", "<svg xmlns");
        assertThat(approver.get("/outlook?day=2027-08-02").body()).contains("Record by record on 2 August 2027", "falls due");
        assertThat(approver.get("/outlook?day=9999-01-01").body()).contains("There is a problem");
    }
}

package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class CarryOverPagesTests {

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeEach
    void an_officer_has_signed_in() {
        var people = new People(context);
        officer = people.signedIn(port, people.with(Role.OFFICER));
    }

    @Test
    void a_new_version_is_begun_from_an_earlier_one_and_only_what_is_too_old_is_asked_to_confirm() {
        assertThat(officer.get("/models/deepseek-r1/next-version").body()).contains("Asked anew").contains("same large pre-training run");
        var page = officer.post("/models/deepseek-r1/next-version", "name", "DeepSeek-R3", "version", "3", "slug", "deepseek-r3", "run", "NEW");
        assertThat(page.path()).isEqualTo("/models/deepseek-r3/confirm");
        assertThat(page.body()).contains("The record is begun with").contains("should be looked up again");
        assertThat(officer.get("/models/deepseek-r3").body()).contains("DeepSeek-R3");
        var fact = java.util.regex.Pattern.compile("name=\"fact\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(fact.find()).isTrue();
        var after = officer.post("/models/deepseek-r3/confirm", "revision", "1", "fact", fact.group(1));
        assertThat(after.body()).contains("1 facts are marked as seen today.").doesNotContain("value=\"" + fact.group(1) + "\"");
    }

    @Test
    void a_short_name_that_is_taken_or_no_short_name_is_refused_and_kept() {
        officer.get("/models/deepseek-r1/next-version");
        var page = officer.post("/models/deepseek-r1/next-version", "name", "Kimi", "version", "", "slug", "olmo-3-32b");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("There is a model &quot;olmo-3-32b&quot; already").contains("Enter the version").contains("Choose one");
    }
}

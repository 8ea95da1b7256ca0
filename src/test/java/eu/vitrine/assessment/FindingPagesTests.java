package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.Browser;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Source;
import eu.vitrine.registry.ModelRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@OwnServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingPagesTests {

    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final String MODEL = """
            schema_version: 2
            slug: read-model
            name: Read Model
            model:
              generality: broad
              release: {context: market, eu_placing_date: "2026-03-01"}
              training: {compute: 3.0e+24}
              documentation:
                annex_xii_requested_on: "2026-09-01"
                annex_xii_answer: partial
                annex_xii_answered_on: "2026-09-12"
                annex_xii_refused_points: [XII-2-c]
                annex_xii_points:
                  value: [{point: XII-1-a, covered: true}, {point: XII-2-b, covered: false}]
                  complete: true
              summary:
                url: https://example.org/summary
                on_template: true
                names_this_model: true
                template_fields:
                  value:
                    - {field: T-0.1, answer: given}
                    - {field: T-1.2.1, answer: given}
                    - {field: T-1.2.3, answer: partly, note: "only the month %s"}
                    - {field: T-2.3, answer: missing}
                  complete: unknown
            """.formatted(HOSTILE);
    private static final String FINDINGS = "/models/read-model/assessments/1/findings/";
    private static final String OF_USE = "/uses/explained-chat/assessments/1/findings/";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Browser officer;

    @BeforeAll
    void an_officer_has_assessed_a_model_whose_papers_were_read_one_of_which_nobody_asked_and_the_examples() {
        People people = new People(context);
        var person = people.with(Role.OFFICER);
        officer = people.signedIn(port, person);
        var files = new ArrayList<>(Examples.files());
        files.add(file("explained-chat", productChat()));
        files.add(file("read-model", MODEL));
        files.add(file("unasked-model", "{\"schema_version\":2,\"slug\":\"unasked-model\",\"name\":\"Unasked\",\"model\":{}}"));
        people.actAs(person);
        context.getBean(ModelRegistry.class).importRecords(files);
        SecurityContextHolder.clearContext();
        for (String record : List.of("/models/read-model", "/models/unasked-model", "/models/deepseek-r1", "/uses/explained-chat")) {
            officer.get(record);
            assertThat(officer.post(record + "/assess").status()).as(record).isEqualTo(200);
        }
    }

    private static Source file(String slug, String text) {
        return new Source(slug + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The example under a slug of its own, so that its assessments are numbered here alone. */
    private static String productChat() {
        return Examples.files().stream().map(one -> new String(one.bytes(), StandardCharsets.UTF_8))
                .filter(text -> text.contains("slug: product-chat")).findFirst().orElseThrow().replace("slug: product-chat", "slug: explained-chat");
    }

    private String body(String path) {
        var page = officer.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        return page.body();
    }

    @Test
    void a_duty_judged_point_by_point_leads_to_a_page_of_each_point() {
        assertThat(body(FINDINGS + "AIA-53-1-b")).contains("Of 11 points: 1 shown, 1 seen to be missing or incomplete, 9 without evidence",
                "href=\"" + FINDINGS + "XII-2-b\"", "Annex XII 2(c)", "refused on 12 September 2026");
    }

    @Test
    void a_point_leads_back_to_its_duty_and_says_how_it_follows_and_what_would_change_it() {
        assertThat(body(FINDINGS + "XII-2-b")).contains("Part of", "href=\"" + FINDINGS + "AIA-53-1-b\"", "How this follows",
                "does not cover this point", "What would change it");
    }

    @Test
    void our_request_stands_with_the_day_until_which_an_answer_is_due_and_what_came() {
        String body = body(FINDINGS + "AIA-53-1-b");
        assertThat(body).contains("Our request and the answer", "1 September 2026", "15 September 2026", "12 September 2026", "In part").doesNotContain("which has passed");
        assertThat(body(FINDINGS + "XII-1-a")).contains("Our request and the answer", "15 September 2026");
    }

    @Test
    void where_nobody_asked_no_day_runs() {
        assertThat(body("/models/unasked-model/assessments/1/findings/AIA-53-1-b")).contains("Nobody has asked for it yet. Note the day").doesNotContain("Answer due by");
    }

    @Test
    void a_duty_that_no_request_bears_on_says_nothing_of_one() {
        assertThat(body(FINDINGS + "AIA-53-1-c")).doesNotContain("Our request and the answer").doesNotContain("Point by point").doesNotContain("Field by field");
    }

    @Test
    void the_summary_is_reported_field_by_field_in_the_numbers_of_the_template_with_what_lacks_first() {
        String body = body(FINDINGS + "AIA-53-1-d");
        assertThat(body).containsPattern("2 of the \\d+ fields asked for lack something:").contains("<b>1.2.3</b>", "<b>2.3</b>", "(partly given)", "(missing)", "Show all 24 fields");
        String lacking = body.substring(body.indexOf("Only what lacks"), body.indexOf("Show all 24 fields"));
        assertThat(lacking).contains("1.2.3", "2.3").doesNotContain(">1.2.1<").doesNotContain("not read");
        assertThat(body.substring(body.indexOf("Show all 24 fields"))).contains(">1.2.1<", "not read");
    }

    @Test
    void a_summary_that_nobody_read_lacks_nothing_that_is_known() {
        assertThat(body("/models/deepseek-r1/assessments/1/findings/AIA-53-1-d")).contains("Nobody has read the fields yet").doesNotContain("Only what lacks");
    }

    @Test
    void a_note_of_a_reader_is_shown_as_text() {
        assertThat(body(FINDINGS + "AIA-53-1-d")).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void the_tests_of_a_duty_stand_with_answer_and_reason_and_lead_to_how_they_follow() {
        assertThat(body(FINDINGS + "AIA-53-1-d")).contains("The tests it draws on", "Test 2: the day of the placing is stated", "href=\"" + FINDINGS + "TPL-2\"");
        assertThat(body(FINDINGS + "TPL-2")).contains("<strong>No</strong>", "Field 1.2.3", "How this follows", "What would change it");
    }

    @Test
    void what_may_follow_from_a_breach_is_said_with_its_provision() {
        assertThat(body(FINDINGS + "AIA-53-1-c")).contains("What may follow from a breach", "Art. 101");
    }

    @Test
    void a_use_right_is_explained_with_the_conditions_it_carries() {
        assertThat(body("/uses/explained-chat")).containsPattern("href=\"/uses/explained-chat/assessments/1/findings/UR-5\"");
        assertThat(body(OF_USE + "UR-5")).contains("Granted", "Conditions that come with it", "Built with Llama", "May we use it so?", "What would change it");
        assertThat(body(OF_USE + "UR-1")).contains("Not granted", "href=\"/licences/llama-4-community#fact-licence.restrictions.excluded_territories\"");
    }

    @Test
    void a_right_that_the_use_does_not_touch_says_so() {
        String untouched = body("/uses/explained-chat").replaceAll("(?s).*Not touched by this use:.*?/findings/(UR-\\d).*", "$1");
        assertThat(body(OF_USE + untouched)).contains("This use does not touch it");
    }

    @Test
    void a_rule_of_ours_is_explained_with_its_weight_and_is_no_duty_of_the_act() {
        assertThat(body("/uses/explained-chat")).containsPattern("href=\"/uses/explained-chat/assessments/1/findings/HR-EVIDENCE-AGE\"");
        assertThat(body(OF_USE + "HR-EVIDENCE-AGE")).contains("Fails our rule", "For an approval it means", "our own rule, not a duty of the Act", "How much does it weigh?");
    }

    @Test
    void a_classification_is_explained_like_a_finding() {
        assertThat(body("/models/read-model")).contains("href=\"" + FINDINGS + "CLS-3\"");
        assertThat(body(FINDINGS + "CLS-3")).contains("How this follows", "What would change it");
    }

    @Test
    void the_ten_duties_that_count_stand_apart_from_those_that_weigh_nothing() {
        String body = body("/models/read-model");
        assertThat(body).contains("Of 10 duties of its maker", "10 of 10 duties that apply or may apply", "5 more duties that nobody outside can see met");
        assertThat(body.indexOf("Cooperation with the authorities")).isGreaterThan(body.indexOf("5 more duties that nobody outside can see met"));
        assertThat(Pattern.compile("Bears on (\\d+) duties").matcher(body).results().mapToInt(found -> Integer.parseInt(found.group(1)))).allMatch(n -> n <= 10);
    }

    @Test
    void our_own_rules_stand_on_the_page_of_a_model_apart_from_its_duties() {
        String body = body("/models/deepseek-r1");
        assertThat(body).contains("What our own rules ask", "Open, for the model alone:").containsPattern("/models/deepseek-r1/assessments/\\d+/findings/HR-");
        assertThat(body.indexOf("What our own rules ask")).isGreaterThan(body.indexOf("Duties of the maker"));
    }

    @Test
    void a_model_says_nothing_of_what_a_service_has_inside() {
        assertThat(body("/models/deepseek-r1")).doesNotContain("Which models are inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {FINDINGS + "AIA-53-1-b", FINDINGS + "AIA-53-1-d", FINDINGS + "XII-1-a", FINDINGS + "TPL-2", OF_USE + "UR-5", OF_USE + "HR-EVIDENCE-AGE"})
    void every_word_has_its_text_and_no_identifier_stands_twice(String path) {
        String body = body(path);
        assertThat(body).doesNotContain("??").doesNotContainPattern("\\s(style|on[a-z]+)=\"");
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(body).results().map(found -> found.group(1))).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {FINDINGS + "UR-1", FINDINGS + "derived", OF_USE + "AIA-53-1-d", OF_USE + "ENF-101"})
    void what_an_assessment_does_not_answer_is_a_plain_not_found(String path) {
        assertThat(officer.get(path).status()).isEqualTo(404);
    }
}

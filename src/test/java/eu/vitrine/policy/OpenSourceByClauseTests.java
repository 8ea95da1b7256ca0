package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The open-source test of the Act on the licences on board, clause by clause (Guidelines, section 4.2.1). */
class OpenSourceByClauseTests {

    private static final PolicySet SET = PolicyFolder.shipped();
    private static final LicenceBook BOOK = LicenceBook.shipped(SET.vocabulary());
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    /** Everything but the licence: a model of known compute, without money, fully open. */
    private static final Facts OPEN_MODEL = facts("model.training.cumulative_compute: 6.7e+24", "model.training.compute_basis: provider_stated",
            "model.systemic_risk.designated_on: {state: none}", "model.systemic_risk.notified_on: {state: none}",
            "model.monetisation.price_for_access: false", "model.monetisation.dual_licence: false",
            "model.monetisation.indispensable_paid_support: false", "model.monetisation.exclusive_hosting_paid_or_ads: false",
            "model.monetisation.personal_data_as_price: false", "model.monetisation.compulsory_purchase: false",
            "model.openness.weights: open", "model.openness.gate: none", "model.openness.gate_refuses_countries: {state: none}",
            "model.openness.architecture_information_public: true", "model.openness.usage_information_public: true");

    /** Every clause that alone takes the relief away. */
    private static final List<String> DISQUALIFYING = List.of(
            "licence.grants.access: false", "licence.grants.use: false", "licence.grants.modify: false", "licence.grants.redistribute: false",
            "licence.restrictions.excluded_territories: [EU]", "licence.restrictions.licensee_seat_condition: seated outside the Union only",
            "licence.restrictions.non_commercial: true", "licence.restrictions.research_only: true", "licence.permits_commercial_use: false",
            "licence.restrictions.user_threshold: 1e8\n  licence.restrictions.threshold_effect: usage",
            "licence.restrictions.revenue_threshold: {value: 20000000, currency: USD}\n  licence.restrictions.threshold_effect: usage",
            "licence.restrictions.fields_of_use: broad");

    /** Every clause that alone needs a person to read it. */
    private static final List<String> UNSETTLED = List.of(
            "licence.restrictions.fields_of_use: proportionate_safety", "licence.restrictions.fields_of_use: revocable_or_updatable",
            "licence.restrictions.user_threshold: 1e8\n  licence.restrictions.threshold_effect: attribution_only",
            "licence.restrictions.revenue_threshold: {value: 20000000, currency: USD}\n  licence.restrictions.threshold_effect: attribution_only");

    private static RecordFile read(String... lines) {
        String text = "slug: s\nname: S\nfacts:\n" + String.join("", Stream.of(lines).map(line -> "  " + line + "\n").toList());
        return RecordReader.with(SET.vocabulary()).read(List.of(new Source("s.yaml", text.getBytes(StandardCharsets.UTF_8)))).records().getFirst();
    }

    private static Facts facts(String... lines) {
        return Subjects.of(List.of(read(lines))).getFirst().facts();
    }

    private static Classification openSource(Facts clauses) {
        Subject subject = new Subject("s", "S", null, Set.of(Kind.MODEL, Kind.LICENCE), OPEN_MODEL.and(clauses), List.of(), List.of(), null);
        return SET.evaluate(subject, DAY).classifications().get("freeAndOpenSource");
    }

    private static Classification condition(Facts clauses, String id) {
        return openSource(clauses).conditions().stream().filter(one -> one.policy().id().equals(id)).findFirst().orElseThrow();
    }

    private static Facts clauses(String slug) {
        return BOOK.text(slug).orElseThrow().clauses();
    }

    /** The answer, a question mark where nobody can tell, an R where a person should look, and the row that decided. */
    private static String brief(Classification answer) {
        String row = answer.why().getFirst().id();
        return (answer.isOpen() ? "?" : answer.value()) + (answer.review() ? " R" : "") + " " + row.substring(row.lastIndexOf('.') + 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // rights granted, restrictions, barred uses
        "apache-2-0, YES, YES granted, YES none, YES no_list",
        "mit, YES, YES granted, YES none, YES no_list",
        "bsd-2-clause, YES, YES granted, YES none, YES no_list",
        "bsd-3-clause, YES, YES granted, YES none, YES no_list",
        "isc, YES, YES granted, YES none, YES no_list",
        "unlicense, YES, YES granted, YES none, YES no_list",
        "cc0-1-0, YES, YES granted, YES none, YES no_list",
        "mpl-2-0, YES, YES granted, YES none, YES no_list",
        "eupl-1-2, YES, YES granted, YES none, YES no_list",
        "gpl-3-0, YES, YES granted, YES none, YES no_list",
        "agpl-3-0, YES, YES granted, YES none, YES no_list",
        "lgpl-3-0, YES, YES granted, YES none, YES no_list",
        "cc-by-4-0, YES, YES granted, YES none, YES no_list",
        "cc-by-sa-4-0, YES, YES granted, YES none, YES no_list",
        "odc-by-1-0, YES, YES granted, YES none, YES no_list",
        "cdla-permissive-2-0, YES, YES granted, YES none, YES no_list",
        "cc-by-nc-4-0, NO, YES granted, NO purpose, YES no_list",
        "cc-by-nc-sa-4-0, NO, YES granted, NO purpose, YES no_list",
        "llama-2-community, NO, YES granted, NO threshold, NO R broad",
        "llama-3-1-community, NO, YES granted, NO threshold, NO R broad",
        "llama-4-community, NO, NO right_missing, NO threshold, NO R broad",
        "qwen-license-2024, NO, YES granted, NO threshold, YES no_list",
        "tongyi-qianwen-2023, NO, YES granted, NO threshold, YES no_list",
        "tongyi-qianwen-research-2023, NO, YES granted, NO purpose, YES no_list",
        "qwen-research-2024, NO, YES granted, NO purpose, YES no_list",
        "mistral-research-0-1, NO, YES granted, NO purpose, YES no_list",
        "mistral-non-production-0-1, NO, YES R granted_territory_unread, NO purpose, YES no_list",
        "open-aleph-1-0, NO, ? R facts, NO purpose, ? open",
        "kimi-k2-modified-mit, ? R, YES granted, ? R threshold_unread, YES no_list",
        "minimax-m2-modified-mit, ? R, YES granted, ? R threshold_unread, YES no_list",
        "gemma-terms, ? R, YES R granted_territory_unread, ? R threshold_open, ? R unread",
        "gemma-terms-2024, ? R, YES granted, ? R facts, ? R unread",
        "deepseek-license-1-0, ? R, YES granted, ? R facts, ? R unread",
        "creativeml-openrail-m, ? R, YES granted, ? R facts, ? R unread",
        "bigscience-openrail-m, ? R, YES granted, ? R facts, ? R unread",
        "ai-pubs-openrail-m-0-1, ? R, YES granted, ? R facts, ? R unread",
        "alibaba-cloud-terms, NO, NO right_missing, ? threshold_open, ? open",
        "anthropic-terms, NO, NO right_missing, ? threshold_open, ? open",
        "google-gemini-terms, NO, NO right_missing, ? threshold_open, ? open",
        "mistral-terms, NO, NO right_missing, ? threshold_open, ? open",
        "openai-terms, NO, NO right_missing, ? threshold_open, ? open",
        "xai-terms, NO, NO right_missing, ? threshold_open, ? open"
    })
    void each_licence_on_board_has_the_answer_its_clauses_give(String slug, String whole, String rights, String restrictions, String uses) {
        Facts clauses = clauses(slug);
        Classification answer = openSource(clauses);
        assertThat((answer.isOpen() ? "?" : answer.value()) + (answer.isOpen() && answer.review() ? " R" : "")).isEqualTo(whole);
        assertThat(brief(condition(clauses, "FOSS-2"))).as("rights").isEqualTo(rights);
        assertThat(brief(condition(clauses, "FOSS-3"))).as("restrictions").isEqualTo(restrictions);
        assertThat(brief(condition(clauses, "FOSS-3s"))).as("barred uses").isEqualTo(uses);
    }

    @Test
    void every_licence_on_board_stands_in_the_table() throws NoSuchMethodException {
        String[] rows = OpenSourceByClauseTests.class.getDeclaredMethod("each_licence_on_board_has_the_answer_its_clauses_give",
                String.class, String.class, String.class, String.class, String.class).getAnnotation(CsvSource.class).value();
        assertThat(Stream.of(rows).map(row -> row.substring(0, row.indexOf(','))).toList())
                .containsExactlyInAnyOrderElementsOf(BOOK.texts().stream().map(LicenceBook.Text::slug).toList());
    }

    static Stream<LicenceBook.Text> passing() {
        return BOOK.texts().stream().filter(text -> openSource(text.clauses()).value().equals("YES"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void any_one_disqualifying_clause_put_into_a_passing_text_takes_the_relief_away(LicenceBook.Text text) {
        assertThat(DISQUALIFYING).allSatisfy(clause ->
                assertThat(openSource(text.clauses().and(facts(clause))).value()).as(clause).isEqualTo("NO"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void any_one_unsettled_clause_put_into_a_passing_text_leaves_it_to_a_person(LicenceBook.Text text) {
        assertThat(UNSETTLED).allSatisfy(clause -> {
            Classification answer = openSource(text.clauses().and(facts(clause)));
            assertThat(answer.isOpen()).as(clause).isTrue();
            assertThat(answer.review()).as(clause).isTrue();
        });
    }

    /** Clauses that the rules read beside another that says the same: no commercial bar, no territory. */
    private static final Set<String> SAID_TWICE = Set.of("licence.permits_commercial_use", "licence.restrictions.licensee_seat_condition");

    @ParameterizedTest
    @MethodSource("passing")
    void a_clause_nobody_has_read_never_gives_the_relief_unreviewed(LicenceBook.Text text) {
        Set<String> decisive = DISQUALIFYING.stream().map(clause -> clause.substring(0, clause.indexOf(':'))).filter(id -> !SAID_TWICE.contains(id))
                .collect(Collectors.toSet());
        assertThat(decisive).allSatisfy(id -> {
            Classification answer = openSource(text.clauses().and(Facts.of(List.of(Fact.unknown(id)))));
            assertThat(answer.isOpen() || answer.review()).as(id).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "cc-by-nc-4-0; licence.restrictions.non_commercial: false; licence.permits_commercial_use: true",
        "qwen-license-2024; licence.restrictions.user_threshold: {state: none}; licence.restrictions.threshold_effect: {state: not_applicable}",
        "kimi-k2-modified-mit; licence.restrictions.user_threshold: {state: none}; licence.restrictions.revenue_threshold: {state: none}",
        "deepseek-license-1-0; licence.restrictions.fields_of_use: none; licence.id: LicenseRef-DeepSeek-1.0",
        "kimi-k2-modified-mit; licence.restrictions.threshold_reading: tolerated; licence.id: LicenseRef-Kimi-K2-Modified-MIT",
        "bigscience-openrail-m; licence.restrictions.fields_of_use_reading: tolerated; licence.id: LicenseRef-BigScience-OpenRAIL-M"
    })
    void the_same_text_without_its_clause_or_with_a_persons_reading_of_it_passes(String slug, String changed, String further) {
        assertThat(openSource(clauses(slug)).value()).isNotEqualTo("YES");
        assertThat(openSource(clauses(slug).and(facts(changed, further))).value()).isEqualTo("YES");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "kimi-k2-modified-mit; licence.restrictions.threshold_reading: disqualifying",
        "gemma-terms-2024; licence.restrictions.fields_of_use_reading: disqualifying",
        "deepseek-license-1-0; licence.restrictions.fields_of_use_reading: disqualifying"
    })
    void a_person_who_reads_the_clause_as_disqualifying_ends_the_question(String slug, String reading) {
        assertThat(openSource(clauses(slug).and(facts(reading))).value()).isEqualTo("NO");
    }

    static Stream<LicenceBook.Text> all() {
        return BOOK.texts().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_name_without_clauses_settles_nothing(LicenceBook.Text text) {
        Facts name = only(text.clauses(), Set.of("licence.id", "licence.url"));
        assertThat(List.of("FOSS-2", "FOSS-3", "FOSS-3s")).allSatisfy(id -> {
            Classification answer = condition(name, id);
            assertThat(answer.isOpen()).as(id).isTrue();
            assertThat(answer.settledBy()).doesNotContain("licence.id", "licence.url");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_clauses_decide_the_same_under_the_name_of_any_other_licence(LicenceBook.Text text) {
        for (String other : List.of("mit", "llama-4-community", "gemma-terms")) {
            Facts renamed = text.clauses().and(only(clauses(other), Set.of("licence.id", "licence.url")));
            assertThat(openSource(renamed).conditions().stream().map(OpenSourceByClauseTests::brief).toList())
                    .isEqualTo(openSource(text.clauses()).conditions().stream().map(OpenSourceByClauseTests::brief).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_answer_left_to_reading_a_clause_asks_for_review(LicenceBook.Text text) {
        assertThat(openSource(text.clauses()).conditions())
                .filteredOn(one -> one.isOpen() && one.settledBy().stream().anyMatch(id -> id.endsWith("_reading")))
                .allSatisfy(one -> assertThat(one.review()).as(one.policy().id()).isTrue());
    }

    private static Facts only(Facts facts, Set<String> ids) {
        List<Fact> kept = new ArrayList<>();
        ids.forEach(id -> kept.add(facts.get(id)));
        return Facts.of(kept);
    }
}

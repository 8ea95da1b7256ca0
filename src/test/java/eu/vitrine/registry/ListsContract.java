package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.AtOnce;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** What lists of records must do on every database the product runs on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListsContract {

    /** Drawn models carry this word, so that other tests on the same server do not get in between. */
    private static final String DRAWN = "zvqdrawn";
    private static final int MANY = 130;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ModelRegistry registry;

    @Autowired
    private RecordLists lists;

    @Autowired
    private IndexRebuild rebuild;

    @Autowired
    private JdbcClient jdbc;

    private final Map<String, Drawn> drawn = new TreeMap<>();

    /** What a drawn model says. */
    private record Drawn(String slug, String name, @Nullable String weights, @Nullable Long tokens, @Nullable String released, String provider) {}

    @BeforeAll
    void models_are_drawn() {
        new People(context).actAs(new People(context).with(Role.OFFICER, Role.ADMINISTRATOR));
        var random = new Random(7);
        var files = new ArrayList<Source>();
        for (int i = 0; i < MANY; i++) {
            var model = new Drawn(DRAWN + "-" + i, DRAWN + " " + List.of("Same", "same", "Éclair", "eclair", "Zebra " + i % 3, "100%_sure").get(random.nextInt(6)),
                    List.of("open", "closed", "").get(random.nextInt(3)), random.nextInt(4) == 0 ? null : (long) (1 << random.nextInt(3)),
                    random.nextInt(3) == 0 ? null : List.of("2024", "2025-03", "2025-08-02").get(random.nextInt(3)), DRAWN + "-provider-" + random.nextInt(3));
            drawn.put(model.slug(), model);
            files.add(file(model));
        }
        registry.importRecords(files);
        SecurityContextHolder.clearContext();
    }

    private static Source file(Drawn model) {
        String text = "schema_version: 2\nslug: " + model.slug() + "\nname: \"" + model.name() + "\"\nprovider: {slug: " + model.provider() + ", country: {value: "
                + (model.provider().endsWith("0") ? "IS" : "LI") + "}}\nmodel:\n  generality: {value: broad}\n"
                + (model.weights() == null || model.weights().isEmpty() ? "" : "  openness: {weights: {value: " + model.weights() + "}}\n")
                + (model.tokens() == null ? "" : "  architecture: {context_tokens: {value: " + model.tokens() + "}}\n")
                + (model.released() == null ? "" : "  release: {first_public_date: {value: '" + model.released() + "'}}\n");
        return new Source(model.slug() + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void somebody_looks() {
        new People(context).actAs(new People(context).with(Role.OFFICER));
    }

    @AfterEach
    void nobody_looks() {
        SecurityContextHolder.clearContext();
    }

    private List<String> found(String... parameters) {
        return found(Kind.MODEL, parameters);
    }

    private List<String> found(Kind kind, String... parameters) {
        RecordSearch search = search(kind, parameters);
        var all = all(search);
        assertThat(lists.total(lists.prepare(search))).isEqualTo(all.size());
        return all;
    }

    private List<String> all(RecordSearch search) {
        var all = new ArrayList<String>();
        lists.forEach(search, some -> some.forEach(record -> all.add(record.slug())));
        return all;
    }

    private RecordSearch search(Kind kind, String... parameters) {
        return lists.read(kind, given(parameters));
    }

    private static MultiValueMap<String, String> given(String... parameters) {
        var given = new LinkedMultiValueMap<String, String>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.add(parameters[i], parameters[i + 1]);
        }
        return given;
    }

    private List<String> those(java.util.function.Predicate<Drawn> fit) {
        return drawn.values().stream().filter(fit).map(Drawn::slug).toList();
    }

    @Test
    void models_are_found_by_words_of_their_own_their_provider_and_their_licence() {
        assertThat(found("q", "deepseek r1")).contains("deepseek-r1");
        assertThat(found("q", "MISTRALAI/Mistral-Large")).contains("mistral-large-3");
        assertThat(found("q", "hangzhou")).contains("deepseek-r1", "deepseek-v3");
        assertThat(found("q", "apache")).contains("olmo-3-32b").doesNotContain("gpt-5");
        assertThat(found("q", "ECLAIR " + DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> Tokens.folded(model.name()).contains("eclair")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seek", "gpt5", "qwen 3", "Llama4", "r1"})
    void a_word_is_found_inside_a_name_where_a_part_of_it_begins(String text) {
        assertThat(found("q", text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "%%%___", "'", "\\", "--", ";"})
    void signs_alone_find_nothing(String text) {
        assertThat(found("q", text)).isEmpty();
    }

    @Test
    void hostile_text_is_only_words() {
        for (String text : List.of("' OR 1=1 --", "'; DROP TABLE registry_line; --", "100%_sure " + DRAWN, "\u0000" + DRAWN, "x".repeat(10_000), "a b ".repeat(2_500),
                "%".repeat(10_000), "\ud800", "\uffff\udfff", "𝔻rop 漢字 Ω")) {
            assertThat(lists.page(lists.prepare(search(Kind.MODEL, "q", text)), null, 50, List.of()).records()).as(text).hasSizeLessThanOrEqualTo(50);
            lists.total(lists.prepare(search(Kind.MODEL, "q", text)));
            lists.nearest(search(Kind.MODEL, "q", text));
            lists.identified(Kind.MODEL, text.replace("\u0000", ""));
        }
        assertThat(found("q", "100%_sure " + DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> model.name().contains("100")));
        assertThat(found("q", DRAWN)).hasSize(MANY);
    }

    @Test
    void filters_narrow_by_facts_of_the_model_and_of_what_it_refers_to() {
        assertThat(found("provider", "meta")).containsExactlyInAnyOrder("llama-3-1-405b", "llama-4-maverick", "llama-4-scout");
        assertThat(found("provider", "meta", "provider", "zhipu")).hasSize(4);
        assertThat(found("country", "FR", "weights", "open")).contains("mistral-large-3");
        assertThat(found("provider", "meta", "weights", "closed")).isEmpty();
        assertThat(found("service", "groq-gpt-oss-120b")).containsExactly("gpt-oss-120b");
        assertThat(found("service.data_location", "CN")).contains("deepseek-r1").doesNotContain("mistral-large-3");
        assertThat(found("country", "IS")).containsExactlyInAnyOrderElementsOf(those(model -> model.provider().endsWith("0")));
        assertThat(found("weights", "open", "weights", "closed", "q", DRAWN))
                .containsExactlyInAnyOrderElementsOf(those(model -> model.weights() != null && !model.weights().isEmpty()));
    }

    @Test
    void what_is_not_known_can_be_asked_for_alone_and_with_values() {
        assertThat(found("weights", "not-known", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> "".equals(model.weights())));
        assertThat(found("weights", "not-known", "weights", "open", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> !"closed".equals(model.weights())));
        assertThat(found("model.architecture.context_tokens", "known", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> model.tokens() != null));
    }

    @Test
    void ranges_take_numbers_and_dates_with_their_ends() {
        String tokens = "model.architecture.context_tokens";
        assertThat(found(tokens + ".min", "2", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> model.tokens() != null && model.tokens() >= 2));
        assertThat(found(tokens + ".max", "2", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> model.tokens() != null && model.tokens() <= 2));
        assertThat(found(tokens, "2", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> model.tokens() != null && model.tokens() == 2));
        assertThat(found(tokens + ".min", "2", tokens, "not-known", "q", DRAWN))
                .containsExactlyInAnyOrderElementsOf(those(model -> model.tokens() == null || model.tokens() >= 2));
        String released = "model.release.first_public_date";
        assertThat(found(released + ".from", "2025", "q", DRAWN)).containsExactlyInAnyOrderElementsOf(those(model -> model.released() != null && model.released().startsWith("2025")));
        assertThat(found(released + ".from", "2024-06-01", released + ".to", "2025-03", "q", DRAWN))
                .containsExactlyInAnyOrderElementsOf(those(model -> "2024".equals(model.released()) || "2025-03".equals(model.released())));
    }

    @Test
    void an_unknown_filter_and_a_value_that_it_cannot_have_are_refused_by_name() {
        for (String[] wrong : List.of(new String[] {"licence.url", "x"}, new String[] {"colour", "red"}, new String[] {"weights", "blue"},
                new String[] {"model.architecture.context_tokens.min", "many"}, new String[] {"model.release.first_public_date.to", "soon"},
                new String[] {"sort", "weights"}, new String[] {"weights.min", "1"}, new String[] {"country", "';--"})) {
            assertThatThrownBy(() -> search(Kind.MODEL, wrong)).isInstanceOf(NoSuchFilter.class).hasMessageContaining(wrong[0]).hasMessageContaining(wrong[1]);
        }
    }

    @Test
    void the_default_order_is_by_name_without_case_and_accents_and_by_slug_among_equal_names() {
        var expected = drawn.values().stream().sorted(Comparator.comparing((Drawn model) -> Tokens.folded(model.name())).thenComparing(Drawn::slug)).map(Drawn::slug).toList();
        assertThat(found("q", DRAWN)).isEqualTo(expected);
        assertThat(found("q", DRAWN, "sort", "-name")).isEqualTo(expected.reversed());
    }

    @Test
    void a_list_by_a_figure_ends_with_those_of_which_it_is_not_known() {
        var byTokens = found("q", DRAWN, "sort", "-model.architecture.context_tokens");
        var figures = byTokens.stream().map(slug -> drawn.get(slug).tokens()).toList();
        int known = (int) figures.stream().filter(java.util.Objects::nonNull).count();
        assertThat(figures.subList(0, known)).doesNotContainNull().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(figures.subList(known, MANY)).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "changed", "-changed", "model.architecture.context_tokens", "-model.architecture.context_tokens",
        "model.release.first_public_date", "-model.release.first_public_date"})
    void the_pages_of_any_search_hold_each_record_once_in_the_order_of_the_whole_list_both_ways(String sort) {
        var random = new Random(sort.hashCode());
        for (String[] filter : List.of(new String[] {}, new String[] {"weights", "open"}, new String[] {"weights", "not-known"},
                new String[] {"model.architecture.context_tokens.min", "2"}, new String[] {"q", DRAWN + " same", "country", "LI"}, new String[] {"q", "nowhere"})) {
            String[] parameters = Arrays.copyOf(filter, filter.length + 4);
            System.arraycopy(new String[] {"sort", sort, "provider", DRAWN + "-provider-0"}, 0, parameters, filter.length, 4);
            RecordSearch search = search(Kind.MODEL, random.nextBoolean() ? parameters : Arrays.copyOf(parameters, filter.length + 2));
            int size = 1 + random.nextInt(12);
            var whole = all(search);
            assertThat(new HashSet<>(whole)).hasSameSizeAs(whole);
            var pages = forward(search, size);
            assertThat(pages.stream().flatMap(page -> slugs(page).stream()).toList()).as(sort + Arrays.toString(filter)).isEqualTo(whole);
            assertThat(pages).allSatisfy(page -> assertThat(page.first()).isEqualTo(page.records().isEmpty() ? 1 : whole.indexOf(slugs(page).getFirst()) + 1));
            assertThat(backward(search, size, pages)).isEqualTo(whole);
        }
    }

    private List<RecordPage> forward(RecordSearch search, int size) {
        var pages = new ArrayList<RecordPage>();
        ListCursor cursor = null;
        do {
            pages.add(lists.page(lists.prepare(search), cursor, size, List.of()));
            cursor = pages.getLast().next() == null ? null : ListCursor.of(pages.getLast().next(), search.order()).orElseThrow();
        } while (cursor != null);
        return pages;
    }

    private List<String> backward(RecordSearch search, int size, List<RecordPage> pages) {
        var all = new ArrayList<>(slugs(pages.getLast()));
        String previous = pages.getLast().previous();
        while (previous != null) {
            RecordPage page = lists.page(lists.prepare(search), ListCursor.of(previous, search.order()).orElseThrow(), size, List.of());
            all.addAll(0, slugs(page));
            previous = page.previous();
        }
        return all;
    }

    private static List<String> slugs(RecordPage page) {
        return page.records().stream().map(record -> record.name().slug()).toList();
    }

    @Test
    void a_cursor_of_another_order_or_made_up_is_none() {
        String next = lists.page(lists.prepare(search(Kind.MODEL, "q", DRAWN)), null, 5, List.of()).next();
        assertThat(ListCursor.of(next, ListOrder.BY_NAME)).isPresent();
        assertThat(ListCursor.of(next, new ListOrder("changed", true))).isEmpty();
        for (String word : List.of("x", "", "AAAA", "%00", "=".repeat(5_000), "a".repeat(5_000), "MQJuYW1lAmYC")) {
            assertThat(ListCursor.of(word, ListOrder.BY_NAME)).as(word).isEmpty();
        }
    }

    @Test
    void a_provider_that_moves_takes_its_models_along_in_the_filter_and_in_the_search() {
        var officer = new People(context).with(Role.OFFICER);
        new People(context).actAs(officer);
        String slug = "zvqmover";
        registry.importRecords(List.of(mover(slug, "AD", "Zvqoldname")));
        assertThat(found("country", "AD")).containsExactly(slug);
        assertThat(found("q", "zvqoldname")).containsExactly(slug);
        registry.importRecords(List.of(mover(slug, "MC", "Zvqnewname")));
        assertThat(found("country", "AD")).isEmpty();
        assertThat(found("country", "MC")).containsExactly(slug);
        assertThat(found("q", "zvqnewname")).containsExactly(slug);
        assertThat(registry.revisions(Kind.MODEL, slug)).hasSize(1);
    }

    private static Source mover(String slug, String country, String name) {
        return new Source(slug + ".yaml", ("schema_version: 2\nslug: " + slug + "\nname: " + slug + "\nprovider: {slug: " + slug + "-of, legal_name: {value: " + name
                + "}, country: {value: " + country + "}}\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_exact_identifier_names_the_record() {
        assertThat(lists.identified(Kind.MODEL, " DeepSeek-R1 ")).hasValueSatisfying(record -> assertThat(record.slug()).isEqualTo("deepseek-r1"));
        assertThat(lists.identified(Kind.MODEL, "deepseek-ai/DeepSeek-R1")).hasValueSatisfying(record -> assertThat(record.slug()).isEqualTo("deepseek-r1"));
        assertThat(lists.identified(Kind.MODEL, registry.provider("mistral").head().pin().sha256()))
                .hasValueSatisfying(record -> assertThat(record.kind()).isEqualTo(Kind.PROVIDER));
        assertThat(lists.identified(Kind.MODEL, "mistral")).isEmpty();
        assertThat(lists.identified(Kind.PROVIDER, "mistral")).isPresent();
    }

    @Test
    void a_slip_of_the_pen_leads_to_what_was_meant() {
        assertThat(lists.nearest(search(Kind.MODEL, "q", "depseek"))).hasValueSatisfying(search -> assertThat(all(search)).contains("deepseek-r1"));
        assertThat(lists.nearest(search(Kind.MODEL, "q", "mitsral large"))).hasValueSatisfying(search -> assertThat(all(search)).contains("mistral-large-3"));
        assertThat(lists.nearest(search(Kind.MODEL, "q", "xyzzyplugh"))).isEmpty();
    }

    @Test
    void an_index_of_another_shape_is_built_anew_at_start_and_one_of_ours_is_left() {
        var before = found("q", DRAWN);
        assertThat(rebuild.ifOutdated()).isZero();
        jdbc.sql("UPDATE registry_index_shape SET shape = 'old'").update();
        jdbc.sql("DELETE FROM registry_word").update();
        assertThat(rebuild.ifOutdated()).isGreaterThan(MANY);
        assertThat(found("q", DRAWN)).isEqualTo(before);
        assertThat(found("country", "IS")).isNotEmpty();
    }

    @Test
    void every_other_kind_is_searched_the_same_way() {
        assertThat(found(Kind.PROVIDER, "q", "mistral", "provider.country", "FR")).containsExactly("mistral");
        assertThat(found(Kind.LICENCE, "q", "llama 4")).contains("llama-4-community");
        assertThat(found(Kind.SERVICE, "service.data_location", "CN")).contains("deepseek-api-deepseek-r1");
        assertThat(found(Kind.PROVIDER, "sort", "-changed")).hasSizeGreaterThan(10);
    }

    @Test
    void of_many_windows_that_save_a_search_under_the_same_name_at_once_exactly_one_does() throws Exception {
        SavedViewPages pages = context.getBean(SavedViewPages.class);
        for (int round = 0; round < 5; round++) {
            String name = "same " + round;
            List<Integer> statuses = AtOnce.times(6, () -> {
                var answer = new MockHttpServletResponse();
                var page = new ExtendedModelMap();
                pages.save(Kind.MODEL.code(), name, "", page, answer, new RedirectAttributesModelMap());
                assertThat(page.getAttribute("errors") == null).isEqualTo(answer.getStatus() == 200);
                return answer.getStatus();
            });
            assertThat(statuses).as(name).containsOnlyOnce(200).containsOnly(200, 422);
            assertThat(context.getBean(SavedViews.class).of(Kind.MODEL)).extracting(SavedViews.View::name).containsOnlyOnce(name);
        }
    }

    @Test
    void of_two_searches_renamed_alike_at_once_exactly_one_gets_the_name() throws Exception {
        SavedViewPages pages = context.getBean(SavedViewPages.class);
        SavedViews views = context.getBean(SavedViews.class);
        views.save(Kind.MODEL, "left", "");
        views.save(Kind.MODEL, "right", "");
        List<SavedViews.View> both = views.of(Kind.MODEL).stream().filter(view -> List.of("left", "right").contains(view.name())).toList();
        List<Integer> statuses = AtOnce.each(both.stream().<Callable<Integer>>map(view -> () -> {
            var answer = new MockHttpServletResponse();
            pages.rename(view.id(), "middle", new ExtendedModelMap(), answer, new RedirectAttributesModelMap());
            return answer.getStatus();
        }).toList());
        assertThat(statuses).containsExactlyInAnyOrder(200, 422);
        assertThat(views.of(Kind.MODEL)).extracting(SavedViews.View::name).containsOnlyOnce("middle");
    }
}

package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import eu.vitrine.ServerTest;
import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.web.DatesInWords;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** What this package offers to the pages of higher floors. */
@ServerTest
class FragmentTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ModelRegistry registry;

    @Autowired
    private FactSections sections;

    @Autowired
    private SpringTemplateEngine templates;

    @BeforeEach
    void an_officer_acts() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER));
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_facts_of_every_model_of_the_catalogue_can_be_shown() {
        for (RecordName model : registry.all(Kind.MODEL)) {
            var shown = sections.of(Kind.MODEL, registry.model(model.slug()).facts());
            assertThat(rendered(shown)).as(model.slug()).contains("Identity", "Nobody has looked for:");
        }
    }

    @Test
    void a_table_is_shown_with_its_heads_and_whether_it_is_complete() {
        var html = rendered(sections.of(Kind.MODEL, registry.model("mistral-large-3").facts()));
        assertThat(html).contains("22 rows; complete", "T-1.2.3").containsPattern("<th scope=\"col\">[^<]+</th>");
    }

    @Test
    void a_source_that_says_something_else_stands_beside_the_claim() {
        var html = rendered(sections.of(Kind.MODEL, registry.model("mistral-large-3").facts()));
        assertThat(html).contains("Another source says something else:", "31 July 2026", "aial.ie");
    }

    @Test
    void a_claim_without_source_is_shown_as_unsourced() {
        var facts = eu.vitrine.facts.Facts.of(List.of(new eu.vitrine.facts.Fact("model.generality",
                eu.vitrine.facts.Claim.of(new eu.vitrine.facts.FactValue.Text("broad")), List.of())));
        assertThat(rendered(sections.of(Kind.MODEL, facts))).contains("Wide range of tasks", "unsourced");
    }

    @Test
    void columns_of_a_higher_floor_stand_in_the_list_of_models() throws Exception {
        var columns = new StaticListableBeanFactory(Map.of("columns", new Outcomes())).getBeanProvider(ListColumns.class);
        var table = new ListTable(context.getBean(Vocabulary.class), context.getBean(ListFields.class), registry, context.getBean(RecordLists.class),
                context.getBean(DatesInWords.class), columns);
        var pages = new RecordListPages(context.getBean(RecordLists.class), context.getBean(ListReading.class), context.getBean(ListAddress.class),
                context.getBean(ListFilters.class), table, context.getBean(SavedViews.class), path -> true);
        var list = MockMvcBuilders.standaloneSetup(pages).setControllerAdvice(context.getBean("pageFrame"))
                .setViewResolvers(context.getBean(ThymeleafViewResolver.class)::resolveViewName).build();
        String html = list.perform(get("/models?provider=meta")).andReturn().getResponse().getContentAsString();
        assertThat(html).contains("<th scope=\"col\" class=\"n\">Weights</th>", "href=\"/models/llama-4-scout/assessments/1\"", "#shape-clock", "nothing found yet");
    }

    private static final class Outcomes implements ListColumns {

        @Override
        public Kind kind() {
            return Kind.MODEL;
        }

        @Override
        public List<Column> columns() {
            return List.of(new Column("audit.action", false), new Column("registry.weights", true));
        }

        @Override
        public Map<String, List<Cell>> cells(Collection<String> slugs) {
            return Map.of("llama-4-scout", List.of(new Cell("nothing found yet", "clock", "open", "/models/llama-4-scout/assessments/1"), Cell.of("7")));
        }
    }

    private String rendered(List<FactSection> shown) {
        var exchange = JakartaServletWebApplication.buildApplication(new MockServletContext())
                .buildExchange(new MockHttpServletRequest(), new MockHttpServletResponse());
        return templates.process("registry/facts", Set.of("sections"), new WebContext(exchange, Locale.ENGLISH, Map.of("sections", shown)));
    }
}

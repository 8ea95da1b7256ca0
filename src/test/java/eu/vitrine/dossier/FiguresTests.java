package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.FactWords;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Score;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FiguresTests {

    static Set<String> slugs() {
        return Shown.CATALOGUE.keySet();
    }

    private static Stream<Figure> all(String slug) {
        DossierContent content = Shown.of(slug);
        return Stream.of(
                        Figures.compute(content.subject(), content.evaluation(), content.policySet()),
                        Figures.timeline(content.evaluation(), content.policySet()), Figures.score(content.evaluation()))
                .flatMap(Optional::stream);
    }

    private static Element parsed(Figure figure) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(figure.svg()))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(figure.svg(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void every_figure_is_well_formed_and_says_in_words_what_it_shows(String slug) {
        assertThat(all(slug)).allSatisfy(figure -> {
            assertThat(figure.alternative()).isNotBlank();
            assertThat(parsed(figure).getAttribute("aria-label")).isEqualTo(figure.alternative());
            assertThat(parsed(figure).getAttribute("role")).isEqualTo("img");
        });
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_timeline_names_every_day_on_which_a_duty_falls_due_with_their_number(String slug) {
        Map<LocalDate, Long> due = Shown.of(slug).evaluation().findings().stream()
                .filter(one -> Shown.of(slug).policySet().counts(one.policy()) && one.answers().mayApply() && one.answers().dueDate() != null)
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.answers().dueDate()), Collectors.counting()));
        String words = Figures.timeline(Shown.of(slug).evaluation(), Shown.of(slug).policySet()).map(Figure::alternative).orElse("");
        due.forEach((day, count) -> assertThat(words)
                .contains(FactWords.date(day) + ": " + count + (count == 1 ? " duty due" : " duties due")));
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_score_shows_one_mark_for_each_duty_in_play(String slug) {
        Score score = Objects.requireNonNull(Shown.of(slug).evaluation().score());
        Optional<Figure> figure = Figures.score(Shown.of(slug).evaluation());
        assertThat(figure.isPresent()).isEqualTo(score.inPlay() > 0);
        figure.ifPresent(one -> {
            assertThat(parsed(one).getElementsByTagName("rect").getLength()).isEqualTo(score.inPlay());
            assertThat(one.alternative()).contains(score.counts());
        });
    }

    @Test
    void compute_is_drawn_against_the_lines_of_the_law_with_the_interval_it_is_read_with() {
        DossierContent content = Shown.of("deepseek-r1");
        String words = Figures.compute(content.subject(), content.evaluation(), content.policySet()).orElseThrow().alternative();
        assertThat(words).contains("indicator of a general-purpose model: 10²³ FLOP")
                .contains("presumption of systemic risk: 10²⁵ FLOP")
                .contains("In use: 3.5 × 10²⁴, Epoch AI, read as 3.5 × 10²³ to 3.5 × 10²⁵")
                .contains("Another source: 4.02 × 10²⁴, author not named, read as 1.27 × 10²⁴ to 1.27 × 10²⁵");
    }

    @Test
    void the_interval_drawn_is_the_one_that_the_rules_give_as_their_reason() {
        DossierContent content = Shown.of("apertus-70b");
        String words = Figures.compute(content.subject(), content.evaluation(), content.policySet()).orElseThrow().alternative();
        String reason = content.evaluation().classifications().get("systemicRisk").why().getFirst().text();
        assertThat(words).contains("read as 4.72 × 10²⁴ to 8.76 × 10²⁴");
        assertThat(reason).contains("4.72 × 10²⁴ to 8.76 × 10²⁴");
    }

    @Test
    void before_the_presumption_was_law_the_line_is_that_of_the_first_version_known() {
        DossierContent content = Shown.of("deepseek-r1");
        assertThat(new LawLines(content.policySet(), LocalDate.of(2024, 1, 1)).number(LawLines.PRESUMPTION)).hasValue(1e25);
    }

    @Test
    void a_model_without_a_known_figure_has_no_drawing_of_compute() {
        DossierContent bare = Shown.ofText("slug: bare\nname: Bare\nfacts:\n  model.release.context: market\n");
        assertThat(Figures.compute(bare.subject(), bare.evaluation(), bare.policySet())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void an_assumed_day_is_drawn_hollow_and_told_as_open(String slug) {
        boolean assumed = Shown.of(slug).evaluation().findings().stream().filter(one -> Shown.of(slug).policySet().counts(one.policy()))
                .filter(one -> one.answers().mayApply() && one.answers().dueDate() != null)
                .anyMatch(FiguresTests::open);
        String words = Figures.timeline(Shown.of(slug).evaluation(), Shown.of(slug).policySet()).map(Figure::alternative).orElse("");
        assertThat(words.contains("as assumed or if they apply") || words.contains("of them surely")).isEqualTo(assumed);
    }

    private static boolean open(Finding finding) {
        return !finding.assumptions().isEmpty() || finding.answers().applicability() != Answers.Applicability.APPLIES;
    }
}

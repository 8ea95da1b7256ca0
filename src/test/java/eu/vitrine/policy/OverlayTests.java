package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.vitrine.cli.CaseFile;
import eu.vitrine.cli.CaseResult;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an organisation may lay over the set that ships, by the example in the documents, and what is refused. */
class OverlayTests {

    private static final Map<String, String> BELOW = PolicyFolder.files(Path.of("policies"));
    private static final Map<String, String> FILES = PolicyFolder.withOverlay(BELOW, Path.of("docs/overlay"));
    private static final PolicySet SET = PolicyFolder.of(FILES);
    private static final String SWITCHES = "overlay/switches.yaml";

    @Test
    void its_cases_hold() {
        List<CaseFile.Case> cases = PolicyFolder.cases(FILES).entrySet().stream().filter(file -> Overlay.isOverlaid(file.getKey()))
                .flatMap(file -> CaseFile.read(file.getValue(), file.getKey(), SET).stream()).toList();

        assertThat(cases).extracting(CaseFile.Case::policy).contains("HR-WORKS-COUNCIL", "HR-RETENTION", "HR-PRICE", "placing_day");
        assertThat(cases.stream().flatMap(one -> CaseResult.of(one, SET).differences().stream())).isEmpty();
    }

    @Test
    void its_facts_are_facts_like_any_other() {
        assertThat(SET.vocabulary().find("use.works_council.agreed_on")).hasValueSatisfying(fact -> {
            assertThat(fact.kind()).isEqualTo(Kind.USE);
            assertThat(fact.section()).isEqualTo("use-works-council");
        });
    }

    @Test
    void its_house_rule_is_marked_as_ours_and_the_duties_stay_as_they_are() {
        assertThat(SET.policies()).filteredOn(Policy::ours).extracting(Policy::id).containsExactly("HR-WORKS-COUNCIL");
        assertThat(SET.policies()).hasSize(PolicyFolder.of(BELOW).policies().size() + 1);
    }

    @Test
    void a_rule_of_ours_takes_the_place_of_the_one_that_ships() {
        PolicySet set = PolicyFolder.of(with("overlay/HR-PRICE.yaml", BELOW.get("HR-PRICE.yaml").replace("title: The price", "title: Our price")));

        assertThat(set.policy("HR-PRICE")).hasValueSatisfying(policy -> assertThat(policy.ours()).isTrue());
        assertThat(set.policies()).filteredOn(policy -> policy.id().equals("HR-PRICE")).hasSize(1);
    }

    @Test
    void a_figure_of_ours_takes_the_place_of_the_starting_position() {
        assertThat(SET.houseData()).filteredOn(datum -> datum.name().equals("house.retention_days")).singleElement()
                .satisfies(datum -> assertThat(datum.on(LocalDate.of(2026, 11, 23))).isEqualTo(7.0));
    }

    @Test
    void a_figure_of_another_type_is_refused() {
        Map<String, String> files = with("overlay/house/settings.yaml", FILES.get("overlay/house/settings.yaml").replace("type: count", "type: number"));

        assertThat(problems(files).getFirst()).satisfies(problem -> {
            assertThat(problem.message()).contains("house.retention_days").contains("count");
            assertThat(problem.line()).isEqualTo(3);
        });
    }

    @Test
    void a_duty_in_an_overlay_is_refused_where_it_says_so() {
        Problem problem = only(with("overlay/AIA-53-1-d.yaml", BELOW.get("AIA-53-1-d.yaml")));

        assertThat(problem.file()).isEqualTo("overlay/AIA-53-1-d.yaml");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(7);
        assertThat(problem.message()).contains("house rules only").contains("AIA-53-1-d");
    }

    @Test
    void figures_of_the_law_assumptions_and_derivations_are_refused() {
        for (String name : List.of("law/dates.yaml", "assumptions/PLACED_ON_RELEASE.yaml", "derivations/placing_day.yaml")) {
            assertThat(only(with("overlay/" + name, BELOW.get(name))).message()).as(name).contains("an overlay holds");
        }
    }

    @Test
    void a_section_that_ships_is_refused() {
        Problem problem = only(with("overlay/vocabulary/use-rights.yaml", BELOW.get("vocabulary/use-rights.yaml")));

        assertThat(problem.file()).isEqualTo("overlay/vocabulary/use-rights.yaml");
        assertThat(problem.message()).contains("ships with the product");
    }

    @Test
    void a_fact_that_ships_is_not_declared_again() {
        Problem problem = only("overlay/vocabulary/use-works-council.yaml", "id: use.works_council.can_watch_staff", "id: use.data_class");

        assertThat(problem.message()).contains("already declared");
    }

    @Test
    void a_switch_for_a_rule_that_is_not_there_is_refused_on_its_line() {
        Problem problem = only(SWITCHES, "HR-PRICE:", "HR-PRISE:");

        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo(3);
        assertThat(problem.message()).contains("HR-PRISE").contains("did you mean \"HR-PRICE\"?");
    }

    @Test
    void a_switch_for_an_assumption_that_is_not_there_is_refused_on_its_line() {
        Problem problem = only(SWITCHES, "PLACED_ON_RELEASE:", "PLACED_ON_LAUNCH:");

        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message()).contains("no assumption \"PLACED_ON_LAUNCH\"");
    }

    @Test
    void an_assumption_can_only_be_switched_off() {
        Problem problem = only(SWITCHES, "PLACED_ON_RELEASE: \"off\"", "PLACED_ON_RELEASE: \"on\"");

        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message()).contains("switched off only");
    }

    @Test
    void a_switch_is_on_or_off_and_nothing_else() {
        assertThat(only(SWITCHES, "HR-PRICE: \"on\"", "HR-PRICE: true")).satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).contains("neither on nor off");
        });
    }

    @Test
    void switches_that_are_no_yaml_are_refused_with_their_line() {
        assertThat(only(SWITCHES, "assumptions:", "assumptions: [")).satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(SWITCHES);
            assertThat(problem.line()).isPositive();
        });
    }

    private static Problem only(String file, String from, String to) {
        assertThat(FILES.get(file)).contains(from);
        return only(with(file, FILES.get(file).replace(from, to)));
    }

    private static Problem only(Map<String, String> files) {
        List<Problem> problems = problems(files);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static List<Problem> problems(Map<String, String> files) {
        return catchThrowableOfType(InvalidFile.class, () -> PolicyFolder.of(files)).problems();
    }

    private static Map<String, String> with(String name, String text) {
        Map<String, String> files = new TreeMap<>(FILES);
        files.put(name, text);
        return files;
    }
}

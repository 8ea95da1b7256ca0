package eu.vitrine.censorship;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.audit.Actor;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoverageTests {

    private static final Fact NOTHING = Fact.unknown(Coverage.FACT);

    private static BehaviourFinding report(String group, String language, Status status) {
        Statement said = Statement.of(new PublishedFinding(PublishedFinding.Family.CENSORSHIP, PublishedFinding.FindingKind.EXTERNAL_STUDY, group, null,
                "DENIAL", "Refused.", "X", PublishedFinding.Applicability.SAME_FAMILY, "A study", language, null, null, null, null, null, null, null));
        return new BehaviourFinding(UUID.randomUUID(), "m", status, 1, said, null,
                List.of(new BehaviourFinding.Version(1, status, "0".repeat(64), Instant.EPOCH, Actor.SYSTEM, null)));
    }

    private static Fact tested(String group, String language) {
        return new Fact(Coverage.FACT, Claim.of(new FactValue.Rows(List.of(new FactValue.Row(Map.of("topic_group", new FactValue.Text(group),
                "language", new FactValue.Text(language), "state", new FactValue.Text("NOTHING_FOUND"), "severity", new FactValue.Text("S0"),
                "on", new FactValue.Date(Day.parse("2026-07-04").orElseThrow()), "same_version", new FactValue.Truth(true)), null, null)))), List.of());
    }

    private static Coverage.Cell cell(Coverage coverage, String group, String language) {
        return coverage.rows().stream().filter(row -> row.group().equals(group)).findFirst().orElseThrow().cells().stream()
                .filter(one -> one.language().equals(language)).findFirst().orElseThrow();
    }

    @Test
    void of_a_model_about_which_nothing_is_known_every_cell_is_there_and_not_tested() {
        Coverage coverage = Coverage.of(NOTHING, List.of());
        assertThat(coverage.rows()).extracting(Coverage.Row::group).contains("CN", "US", "EU", "PROVIDER", "UNIV").doesNotContain("NEUTRAL", "HARM");
        assertThat(coverage.rows().stream().flatMap(row -> row.cells().stream())).noneMatch(Coverage.Cell::isTested);
        assertThat(coverage.tested()).isZero();
    }

    @Test
    void a_report_of_others_is_counted_and_is_no_test() {
        Coverage coverage = Coverage.of(NOTHING, List.of(report("CN", "zh", Status.REVIEWED), report("CN", "zh", Status.DRAFT)));
        assertThat(cell(coverage, "CN", "zh").reports()).isEqualTo(2);
        assertThat(cell(coverage, "CN", "zh").isTested()).isFalse();
        assertThat(cell(coverage, "CN", "en").reports()).isZero();
    }

    @Test
    void what_was_withdrawn_or_superseded_is_not_counted() {
        Coverage coverage = Coverage.of(NOTHING, List.of(report("CN", "zh", Status.WITHDRAWN), report("CN", "zh", Status.SUPERSEDED)));
        assertThat(cell(coverage, "CN", "zh").reports()).isZero();
    }

    @Test
    void a_recorded_result_stands_in_its_cell_alone() {
        Coverage coverage = Coverage.of(tested("RU", "de"), List.of());
        assertThat(coverage.languages()).containsExactly("en", "zh", "de");
        assertThat(cell(coverage, "RU", "de").state()).isEqualTo("NOTHING_FOUND");
        assertThat(cell(coverage, "RU", "de").thisVersion()).isTrue();
        assertThat(coverage.tested()).isEqualTo(1);
    }

    @Test
    void the_older_name_of_the_group_about_the_maker_is_read() {
        assertThat(cell(Coverage.of(NOTHING, List.of(report("VENDOR", "en", Status.DRAFT))), "PROVIDER", "en").reports()).isEqualTo(1);
    }
}

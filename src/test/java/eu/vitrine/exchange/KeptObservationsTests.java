package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptObservationsTests {

    private static final PublishedFinding FULL = new PublishedFinding(PublishedFinding.Family.SECURITY, PublishedFinding.FindingKind.EXTERNAL_STUDY, "HARM",
            "jailbreak", "COMPLETE", "It \"answers\".\n", "Behaves 1", PublishedFinding.Applicability.EXACT_BUILD, "Lab", "en", "api", "rate",
            new BigDecimal("0.62"), 1200L, "https://example.org/a b", Day.parse("2026-03").orElseThrow(), "few");
    private static final PublishedFinding BARE = new PublishedFinding(PublishedFinding.Family.CENSORSHIP, PublishedFinding.FindingKind.SINGLE_OBSERVATION, null,
            null, null, null, null, PublishedFinding.Applicability.SAME_PROVIDER, null, null, null, null, null, null, null, null, null);
    private static final Review REVIEW = new Review("a", Review.Status.SUPERSEDED, "Ada", LocalDate.of(2026, 11, 3), "better", "Bo", "No.",
            "https://example.org/reply", LocalDate.of(2026, 11, 4), "b");

    @Test
    void what_is_kept_is_read_back_as_it_was() {
        List<Observation> all = List.of(new Observation(FULL, REVIEW), new Observation(BARE, null),
                new Observation(BARE, new Review("b", Review.Status.DRAFT, "Ada", LocalDate.of(2026, 1, 1), null, null, null, null, null, null)));
        assertThat(KeptObservations.read(KeptObservations.bytes(all))).isEqualTo(all);
    }

    @Test
    void none_are_kept_as_an_empty_list() {
        assertThat(new String(KeptObservations.bytes(List.of()), StandardCharsets.UTF_8)).isEqualTo("{\"findings\":[]}");
        assertThat(KeptObservations.read(KeptObservations.bytes(List.of()))).isEmpty();
    }
}

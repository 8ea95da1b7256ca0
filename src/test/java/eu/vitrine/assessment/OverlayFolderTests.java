package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.ServerTest;
import eu.vitrine.policy.LawDatum;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A server that is told where the organisation's own facts and house rules stand. */
@ServerTest
@TestPropertySource(properties = {"spring.application.name=vitrine-overlay", "vitrine.policies.overlay=docs/overlay"})
@DirtiesContext
class OverlayFolderTests {

    @Autowired
    private Policies policies;

    @Test
    void the_first_set_in_force_holds_what_the_organisation_lays_over_it() {
        assertThat(policies.current().policy("HR-WORKS-COUNCIL")).hasValueSatisfying(rule -> assertThat(rule.ours()).isTrue());
        assertThat(policies.current().policy("HR-EXIT")).hasValueSatisfying(rule -> assertThat(rule.ours()).isFalse());
        LawDatum retention = policies.current().houseData().stream().filter(one -> one.name().equals("house.retention_days")).findFirst().orElseThrow();
        assertThat(retention.versions().getLast().value()).isEqualTo(7.0);
    }
}

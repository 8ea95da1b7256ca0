package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsTests {

    private static Fact fact(String id, String value) {
        return new Fact(id, Claim.of(new FactValue.Text(value)), List.of());
    }

    @Test
    void what_is_not_recorded_is_unknown() {
        assertThat(Facts.none().get("model.x").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void of_two_collections_the_second_counts_where_both_hold_a_fact() {
        Facts both = Facts.of(List.of(fact("model.a", "1"), fact("model.b", "1"))).and(Facts.of(List.of(fact("model.b", "2"))));
        assertThat(both).isEqualTo(Facts.of(List.of(fact("model.b", "2"), fact("model.a", "1"))));
    }

    @Test
    void equal_facts_in_another_order_are_equal() {
        Facts one = Facts.of(List.of(fact("model.a", "1"), fact("model.b", "2")));
        Facts other = Facts.of(List.of(fact("model.b", "2"), fact("model.a", "1")));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one).isNotEqualTo(Facts.none());
    }

    @Test
    void the_kinds_of_a_subject_come_in_their_order_whatever_the_set() {
        Subject subject = new Subject(
                "s", "S", null, Set.of(Kind.USE, Kind.MODEL, Kind.ORGANISATION, Kind.LICENCE), Facts.none(), List.of(),
                List.of(), null);
        assertThat(subject.stated()).containsExactly(Kind.MODEL, Kind.LICENCE, Kind.USE, Kind.ORGANISATION);
        assertThat(subject.withLifecycle(Facts.none()).stated()).isEqualTo(EnumSet.copyOf(subject.stated()));
    }
}

package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.RecordMerge.Manner;
import eu.vitrine.exchange.RecordMerge.Standing;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An import never overwrites a person. */
class RecordMergeTests {

    private static final RecordMerge MERGE = RecordMerge.with(Shipped.VOCABULARY);
    private static final String FACT = "service.operator";
    private static final List<String> FACTS = List.of(FACT, "service.retention_days", "service.prohibited_uses");

    private static RecordFile service(String name, Facts facts) {
        return RecordFile.of(Kind.SERVICE, "s", name, facts);
    }

    private static RecordFile stating(Claim claim) {
        return service("A service", Facts.of(List.of(new Fact(FACT, claim, List.of()))));
    }

    private static Claim said(String value, String source, String asOf) {
        return new Claim(State.VALUE, new FactValue.Text(value), Completeness.NOT_KNOWN, source, asOf == null ? null : Day.parse(asOf).orElseThrow(), null, null);
    }

    private static RecordMerge.Merged merged(RecordFile before, RecordFile imported, Set<String> confirmed, Standing standing) {
        return MERGE.merge(Kind.SERVICE, before, imported, confirmed, standing);
    }

    private static Fact fact(RecordMerge.Merged merged) {
        return merged.file().factsOf(Kind.SERVICE).get(FACT);
    }

    @Property(tries = 500)
    void a_confirmed_claim_is_never_changed(@ForAll("records") RecordFile before, @ForAll("records") RecordFile imported, @ForAll Standing standing) {
        var merged = merged(before, imported, Set.copyOf(FACTS), standing);
        for (Fact fact : before.factsOf(Kind.SERVICE).all()) {
            assertThat(merged.file().factsOf(Kind.SERVICE).get(fact.id()).claim()).isEqualTo(fact.claim());
            assertThat(merged.file().factsOf(Kind.SERVICE).get(fact.id()).also()).containsAll(fact.also().stream()
                    .filter(claim -> imported.factsOf(Kind.SERVICE).get(fact.id()).claim().sourceUrl() == null ? claim.sourceUrl() != null
                            : !imported.factsOf(Kind.SERVICE).get(fact.id()).claim().sourceUrl().equals(claim.sourceUrl())).toList());
        }
    }

    @Test
    void a_further_source_that_comes_back_without_its_note_is_not_kept_twice() {
        Claim mine = said("Here", "https://example.org/a", "2026");
        Claim other = new Claim(State.VALUE, new FactValue.Text("There"), Completeness.NOT_KNOWN, "https://example.org/b", null, "heard it", null);
        RecordFile before = service("A service", Facts.of(List.of(new Fact(FACT, mine, List.of(other), "newer"))));
        RecordFile out = service("A service", Facts.of(List.of(before.factsOf(Kind.SERVICE).get(FACT).withoutRemarks())));
        assertThat(out.factsOf(Kind.SERVICE).get(FACT).also()).containsExactly(other.withoutRemarks());
        assertThat(merged(before, out, Set.of(), Standing.FURTHER_SOURCE).file()).isEqualTo(before);
    }

    @Property(tries = 500)
    void the_same_file_a_second_time_changes_nothing(@ForAll("records") RecordFile before, @ForAll("records") RecordFile imported, @ForAll Standing standing,
            @ForAll("confirmed") Set<String> confirmed) {
        var once = merged(before, imported, confirmed, standing);
        var twice = merged(once.file(), imported, confirmed, standing);
        assertThat(twice.file()).isEqualTo(once.file());
        assertThat(twice.facts()).isEmpty();
    }

    @Property(tries = 500)
    void an_unknown_never_overwrites_anything_known(@ForAll("records") RecordFile before, @ForAll("records") RecordFile imported, @ForAll Standing standing) {
        var merged = merged(before, imported, Set.of(), standing);
        for (Fact fact : before.factsOf(Kind.SERVICE).all()) {
            if (fact.state() != State.UNKNOWN) {
                assertThat(merged.file().factsOf(Kind.SERVICE).get(fact.id()).state()).isNotEqualTo(State.UNKNOWN);
            }
        }
    }

    @Property(tries = 300)
    void whatever_a_file_disagrees_about_is_kept_as_chosen_or_beside_it(@ForAll("records") RecordFile before, @ForAll("records") RecordFile imported,
            @ForAll Standing standing, @ForAll("confirmed") Set<String> confirmed) {
        var merged = merged(before, imported, confirmed, standing).file().factsOf(Kind.SERVICE);
        for (Fact fact : imported.factsOf(Kind.SERVICE).all()) {
            if (fact.state() != State.UNKNOWN) {
                Fact kept = merged.get(fact.id());
                boolean agrees = kept.claim().state() == fact.state() && java.util.Objects.equals(kept.claim().value(), fact.claim().value());
                boolean newer = kept.also().stream().anyMatch(claim -> java.util.Objects.equals(claim.sourceUrl(), fact.claim().sourceUrl()));
                assertThat(agrees || kept.also().contains(fact.claim()) || newer).as(kept + " of " + fact).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void an_empty_record_becomes_what_the_file_says(@ForAll("records") RecordFile imported, @ForAll Standing standing) {
        var merged = merged(service(imported.name(), Facts.none()), imported, Set.of(), standing);
        assertThat(merged.file()).isEqualTo(imported);
        assertThat(merged.facts()).allMatch(effect -> effect.manner() == Manner.ADDED);
    }

    @Property(tries = 500)
    void a_bundle_never_removes_a_claim_nor_chooses_against_one(@ForAll("records") RecordFile before, @ForAll("records") RecordFile imported) {
        var after = merged(before, imported, Set.of(), Standing.BUNDLE).file().factsOf(Kind.SERVICE);
        for (Fact fact : before.factsOf(Kind.SERVICE).all()) {
            Fact merged = after.get(fact.id());
            var all = new java.util.ArrayList<>(merged.also());
            all.add(merged.claim());
            assertThat(all).contains(fact.claim()).containsAll(fact.also());
            if (fact.state() != State.UNKNOWN) {
                assertThat(merged.claim()).isEqualTo(fact.claim());
            }
        }
    }

    @Test
    void an_unsourced_claim_of_a_bundle_stands_beside_an_unsourced_one_that_nobody_confirmed() {
        Fact fact = fact(merged(stating(said("Ours SA", null, null)), stating(said("Theirs AG", null, null)), Set.of(), Standing.BUNDLE));
        assertThat(fact.claim()).isEqualTo(said("Ours SA", null, null));
        assertThat(fact.also()).containsExactly(said("Theirs AG", null, null));
    }

    @Test
    void two_claims_without_a_source_are_not_of_the_same_source() {
        Fact fact = fact(merged(stating(said("Ours SA", null, null)), stating(said("Theirs AG", null, null)), Set.of(), Standing.FURTHER_SOURCE));
        assertThat(fact.claim()).isEqualTo(said("Ours SA", null, null));
        assertThat(fact.also()).containsExactly(said("Theirs AG", null, null));
    }

    @Test
    void a_person_is_kept_and_the_file_stands_beside() {
        var merged = merged(stating(said("Ours SA", null, null)), stating(said("Theirs AG", "https://a.example", "2026-01-01")), Set.of(FACT), Standing.OWN_RECORD);
        assertThat(fact(merged).claim().value()).isEqualTo(new FactValue.Text("Ours SA"));
        assertThat(fact(merged).also()).containsExactly(said("Theirs AG", "https://a.example", "2026-01-01"));
        assertThat(merged.facts()).singleElement().matches(effect -> effect.manner() == Manner.KEPT_CONFIRMED);
    }

    @Test
    void the_same_source_replaces_what_it_said_before_but_not_by_something_older() {
        RecordFile before = stating(said("Old AG", "https://a.example", "2025-06-01"));
        assertThat(fact(merged(before, stating(said("New AG", "https://a.example", "2026-01-01")), Set.of(), Standing.FURTHER_SOURCE)).claim().value())
                .isEqualTo(new FactValue.Text("New AG"));
        assertThat(fact(merged(before, stating(said("Older AG", "https://a.example", "2024-01-01")), Set.of(), Standing.FURTHER_SOURCE)).claim().value())
                .isEqualTo(new FactValue.Text("Old AG"));
    }

    @Test
    void another_source_stands_beside_and_a_full_record_replaces() {
        RecordFile before = stating(said("Old AG", "https://a.example", "2025-06-01"));
        RecordFile other = stating(said("New AG", "https://b.example", "2026-01-01"));
        assertThat(merged(before, other, Set.of(), Standing.FURTHER_SOURCE).facts()).singleElement().matches(effect -> effect.manner() == Manner.KEPT_OTHER_SOURCE);
        assertThat(fact(merged(before, other, Set.of(), Standing.OWN_RECORD)).claim().value()).isEqualTo(new FactValue.Text("New AG"));
    }

    @Test
    void agreement_changes_nothing_that_a_person_confirmed() {
        RecordFile before = stating(said("Same AG", null, null));
        for (Standing standing : Standing.values()) {
            assertThat(merged(before, stating(said("Same AG", "https://b.example", "2026-01-01")), Set.of(FACT), standing).file()).isEqualTo(before);
        }
    }

    @Test
    void the_same_figure_found_in_another_way_is_no_disagreement() {
        var figure = new java.math.BigDecimal("3e12");
        RecordFile before = RecordFile.ofModel("m", "M", null, null).withFacts(Kind.MODEL, Facts.of(List.of(new Fact("model.training.tokens",
                Claim.of(new FactValue.Amount(figure, null, null, "tokens", "provider", "stated")), List.of()))));
        RecordFile imported = before.withFacts(Kind.MODEL, Facts.of(List.of(new Fact("model.training.tokens",
                Claim.of(new FactValue.Amount(figure, null, null, "tokens", null, null)), List.of()))));
        assertThat(MERGE.merge(Kind.MODEL, before, imported, Set.of(), Standing.FURTHER_SOURCE).file()).isEqualTo(before);
    }

    @Test
    void a_name_that_a_person_gave_stays() {
        RecordFile before = service("Our name", Facts.none());
        RecordFile imported = service("Their name", Facts.none());
        assertThat(merged(before, imported, Set.of("name"), Standing.OWN_RECORD).file().name()).isEqualTo("Our name");
        assertThat(merged(before, imported, Set.of(), Standing.OWN_RECORD).file().name()).isEqualTo("Their name");
        assertThat(merged(before, imported, Set.of(), Standing.FURTHER_SOURCE).file().name()).isEqualTo("Our name");
    }

    @Test
    void a_judgement_is_never_filled_by_a_format_of_others() {
        String judgement = Shipped.VOCABULARY.facts().stream().filter(declared -> declared.judgement() && declared.kind() == Kind.MODEL).findFirst().orElseThrow().id();
        RecordFile empty = RecordFile.ofModel("m", "M", null, null);
        RecordFile imported = empty.withFacts(Kind.MODEL, Facts.of(List.of(new Fact(judgement, Claim.of(new FactValue.Truth(true)), List.of()))));
        assertThat(MERGE.merge(Kind.MODEL, empty, imported, Set.of(), Standing.FURTHER_SOURCE).file()).isEqualTo(empty);
        assertThat(MERGE.admitted(Kind.MODEL, imported, Standing.FURTHER_SOURCE)).isEqualTo(empty);
    }

    @Test
    void references_of_a_model_are_filled_and_not_exchanged_by_another_source() {
        RecordFile bare = RecordFile.ofModel("m", "M", null, null);
        RecordFile ours = bare.from("ours", List.of(), List.of());
        RecordFile theirs = bare.from("theirs", List.of(), List.of("a-service"));
        RecordFile merged = MERGE.merge(Kind.MODEL, ours, theirs, Set.of(), Standing.FURTHER_SOURCE).file();
        assertThat(merged.provider().slug()).isEqualTo("ours");
        assertThat(merged.services()).hasSize(1);
        assertThat(MERGE.merge(Kind.MODEL, ours, theirs, Set.of("provider"), Standing.OWN_RECORD).file().provider().slug()).isEqualTo("ours");
        assertThat(MERGE.merge(Kind.MODEL, ours, theirs, Set.of(), Standing.OWN_RECORD).file().provider().slug()).isEqualTo("theirs");
    }

    @Provide
    Arbitrary<RecordFile> records() {
        Arbitrary<Fact> facts = Combinators.combine(Arbitraries.of(FACTS), claims(), claims().list().ofMaxSize(2)).as(Fact::new);
        return Combinators.combine(Arbitraries.of("A service", "Another name"), facts.list().ofMaxSize(3)).as((name, all) -> service(name,
                Facts.of(all.stream().filter(fact -> !fact.equals(Fact.unknown(fact.id()))).toList())));
    }

    @Provide
    Arbitrary<Set<String>> confirmed() {
        return Arbitraries.of(FACTS).set();
    }

    private static Arbitrary<Claim> claims() {
        return Combinators.combine(Arbitraries.of(State.class), Arbitraries.of("a", "b", "c"), Arbitraries.of("https://a.example", "https://b.example").injectNull(0.3),
                Arbitraries.of("2024", "2026-01-01").injectNull(0.3), Arbitraries.of("a note").injectNull(0.7)).as((state, value, source, asOf, note) ->
                new Claim(state, state == State.VALUE ? new FactValue.Text(value) : null, Completeness.NOT_KNOWN, source,
                        asOf == null ? null : Day.parse(asOf).orElseThrow(), note, null));
    }
}

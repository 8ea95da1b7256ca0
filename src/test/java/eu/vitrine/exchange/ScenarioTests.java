package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScenarioTests {

    private static final String COMPUTE = "model.training.compute";

    private static FactValue.Amount flop(String value, String min, String max) {
        return new FactValue.Amount(decimal(value), decimal(min), decimal(max), "FLOP", null, null);
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    @Test
    void a_quantity_is_a_number_or_a_range_in_the_unit_of_the_vocabulary() {
        assertThat(Reads.claim(COMPUTE, "2e25").value()).isEqualTo(flop("2e25", null, null));
        assertThat(Reads.claim(COMPUTE, "{min: 1e25, max: 3e25}").value()).isEqualTo(flop(null, "1e25", "3e25"));
        assertThat(Reads.claim(COMPUTE, "{min: 1e25}").value()).isEqualTo(flop(null, "1e25", null));
        assertThat(Reads.claim(COMPUTE, "{value: 2e25, unit: FLOP}").value()).isEqualTo(flop("2e25", null, null));
    }

    @Test
    void a_bare_none_is_a_choice_where_there_is_one_and_never_the_state() {
        assertThat(Reads.claim("model.openness.gate", "none").value()).isEqualTo(new FactValue.Text("none"));
        assertThat(Reads.claim("model.openness.gate", "{state: none}").state()).isEqualTo(State.NONE);
        assertThat(Reads.claim("model.openness.gate", "{value: none}").state()).isEqualTo(State.VALUE);
    }

    @Test
    void a_bare_null_is_unknown() {
        assertThat(Reads.claim(COMPUTE, "null")).isEqualTo(Claim.unknown());
        assertThat(Reads.claim(COMPUTE, "{value: null}")).isEqualTo(Claim.unknown());
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = "VALUE", mode = EnumSource.Mode.EXCLUDE)
    void every_state_without_a_value_can_be_stated(State state) {
        Claim claim = Reads.claim(COMPUTE, "{state: " + state.code() + ", note: because}");
        assertThat(claim.state()).isEqualTo(state);
        assertThat(claim.note()).isEqualTo("because");
    }

    @Test
    void the_state_value_may_be_written_out() {
        assertThat(Reads.claim(COMPUTE, "{state: value, value: 2e25}")).isEqualTo(Reads.claim(COMPUTE, "2e25"));
    }

    @Test
    void an_absence_says_where_when_and_by_whom() {
        assertThat(Reads.claim("model.summary.url", "{state: absent, searched: {where: [site, hub], on: 2026-08, by: us}}").searched())
                .isEqualTo(new Claim.Search(List.of("site", "hub"), Day.parse("2026-08").orElseThrow(), "us"));
    }

    @Test
    void another_source_is_a_whole_fact_or_a_bare_value() {
        Fact fact = Reads.fact(COMPUTE, "{value: 2e25, also: [3e25, {state: withheld, note: n}, {note: only words}]}");
        assertThat(fact.also()).extracting(Claim::state).containsExactly(State.VALUE, State.WITHHELD, State.UNKNOWN);
        assertThat(fact.inConflict()).isTrue();
    }

    @Test
    void another_source_with_only_a_note_is_no_conflict() {
        assertThat(Reads.fact(COMPUTE, "{value: 2e25, also: [{value: null, note: only words}]}").inConflict()).isFalse();
    }

    @Test
    void a_bare_list_is_complete_unless_it_says_otherwise() {
        assertThat(Reads.claim("model.release.channels", "[api]").completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(Reads.claim("model.release.channels", "{value: [api]}").completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(Reads.claim("model.release.channels", "{value: [api], complete: false}").completeness())
                .isEqualTo(Completeness.INCOMPLETE);
        assertThat(Reads.claim("model.release.channels", "{value: [api], complete: unknown}").completeness())
                .isEqualTo(Completeness.NOT_KNOWN);
    }

    @Test
    void a_bare_table_is_not_known_to_be_complete() {
        String row = "[{model: a, relation: merge}]";
        assertThat(Reads.claim("model.lineage.bases", row).completeness()).isEqualTo(Completeness.NOT_KNOWN);
        assertThat(Reads.claim("model.lineage.bases", "{rows: " + row + ", complete: true}").completeness())
                .isEqualTo(Completeness.COMPLETE);
        assertThat(Reads.claim("model.lineage.bases", "{value: " + row + ", complete: true}"))
                .isEqualTo(Reads.claim("model.lineage.bases", "{rows: " + row + ", complete: true}"));
    }

    @Test
    void a_row_keeps_its_own_source_and_a_missing_column_is_unknown() {
        FactValue.Rows rows = (FactValue.Rows) Reads.claim(
                "model.lineage.bases", "[{model: a, licence: null, source_url: https://a.example, as_of: 2026}]").value();
        FactValue.Row row = rows.rows().getFirst();
        assertThat(row.cells()).isEqualTo(Map.of("model", new FactValue.Text("a")));
        assertThat(row.sourceUrl()).isEqualTo("https://a.example");
        assertThat(row.asOf()).isEqualTo(Day.parse("2026").orElseThrow());
    }

    @Test
    void a_row_that_repeats_the_key_of_another_is_refused() {
        assertThat(Reads.problems(Reads.scenario("model.lineage.bases: [{model: a, relation: merge}, {model: a, relation: merge}]")))
                .containsExactly("a.yaml:4:54: this row of \"model.lineage.bases\" has the same model, relation as the row in"
                        + " line 4; keep one of the two");
    }

    @Test
    void norway_is_a_country_and_no_is_a_choice() {
        assertThat(Reads.record(Reads.scenario("provider.country: NO")).provider().facts().get("provider.country").claim().value())
                .isEqualTo(new FactValue.Text("NO"));
        assertThat(Reads.claim("model.release.eu_excluded", "no").value()).isEqualTo(new FactValue.Text("no"));
    }

    @Test
    void territories_may_be_the_union_or_the_economic_area() {
        RecordFile record = Reads.record(Reads.scenario("licence.restrictions.excluded_territories: [European Union, EEA, GB]"));
        assertThat(record.licences().getFirst().facts().get("licence.restrictions.excluded_territories").claim().value())
                .isEqualTo(new FactValue.Items(List.of("EU", "EEA", "GB")));
    }

    @Test
    void a_date_may_be_a_year_without_quotes() {
        assertThat(Reads.claim("model.release.first_public_date", "2025").value())
                .isEqualTo(new FactValue.Date(Day.parse("2025").orElseThrow()));
    }

    @Test
    void a_judgement_may_be_stated_in_a_scenario() {
        assertThat(Reads.claim("model.openness.gate_reading", "monetised").value()).isEqualTo(new FactValue.Text("monetised"));
    }

    @Test
    void money_has_a_currency() {
        RecordFile record = Reads.record(Reads.scenario("organisation.annual_revenue: {value: 5e6, currency: EUR}"));
        assertThat(record.organisation().get("organisation.annual_revenue").claim().value())
                .isEqualTo(new FactValue.Amount(new BigDecimal("5000000"), null, null, "EUR", null, null));
    }

    @Test
    void every_fact_of_the_vocabulary_can_be_stated_as_unknown_and_is_kept() {
        String facts = String.join("", Shipped.VOCABULARY.facts().stream().map(fact -> "  " + fact.id() + ":\n").toList());
        RecordFile record = Reads.record("slug: s\nname: S\nfacts:\n" + facts);
        assertThat(record.stated()).containsExactly(Kind.values());
        int kept = record.model().all().size() + record.provider().facts().all().size()
                + record.licences().getFirst().facts().all().size() + record.services().getFirst().facts().all().size()
                + record.use().all().size() + record.organisation().all().size();
        assertThat(kept).isEqualTo(Shipped.VOCABULARY.size());
    }

    @Test
    void a_scenario_is_about_the_kinds_that_it_states() {
        RecordFile record = Reads.record(Reads.scenario("use.purpose: translation", "organisation.country: DE"));
        assertThat(record.stated()).containsExactly(Kind.USE, Kind.ORGANISATION);
        assertThat(Reads.record("slug: s\nname: S\nfacts:\n").stated()).isEmpty();
    }

    @Test
    void json_in_a_yaml_file_says_the_same() {
        RecordFile json = Reads.record("""
                {"schema_version": 2, "slug": "s", "name": "S", "facts":
                  {"model.training.compute": {"value": 2e25}, "model.release.eu_excluded": "no"}}
                """);
        assertThat(json).isEqualTo(Reads.record(Reads.scenario("model.training.compute: 20e24", "model.release.eu_excluded: 'no'")));
    }

    @Test
    void the_canonical_bytes_do_not_depend_on_the_order_of_keys_or_on_how_a_fact_is_written() {
        RecordFile one = Reads.record(Reads.scenario("use.purpose: p", "model.training.compute: {note: n, value: 2e25}"));
        RecordFile other = Reads.record("facts: {model.training.compute: {state: value, value: 2.0e+25, unit: FLOP, note: 'n'},"
                + " use.purpose: {value: p, as_of: null}}\nname: S\nslug: s\n");
        assertThat(one.canonical()).isEqualTo(other.canonical());
        assertThat(new String(one.canonical(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(
                "{\"facts\":{\"model.training.compute\":{\"note\":\"n\",\"unit\":\"FLOP\",\"value\":2e+25},"
                        + "\"use.purpose\":{\"value\":\"p\"}},\"name\":\"S\",\"schema_version\":2,\"slug\":\"s\"}");
    }

    @Test
    void facts_of_licence_and_service_are_those_of_one_licence_and_one_service() {
        RecordFile record = Reads.record(Reads.scenario("licence.id: MIT", "licence.grants.use: true", "service.retention_days: 30"));
        assertThat(record.licences()).extracting(Subject.Part::slug).containsExactly("s");
        assertThat(record.licences().getFirst().facts().all()).hasSize(2);
        assertThat(record.services()).hasSize(1);
    }
}

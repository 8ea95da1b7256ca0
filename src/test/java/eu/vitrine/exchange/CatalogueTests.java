package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTests {

    private static final Reading READING = Reads.read(Shipped.CATALOGUE);
    private static final RecordWriter WRITER = RecordWriter.with(Shipped.VOCABULARY);

    static Stream<RecordFile> records() {
        return READING.records().stream();
    }

    private static RecordFile named(String slug) {
        return records().filter(record -> record.slug().equals(slug)).findFirst().orElseThrow();
    }

    @Test
    void all_twenty_eight_records_are_read_without_a_problem() {
        assertThat(READING.problems()).isEmpty();
        assertThat(READING.records()).hasSize(28);
    }

    @Test
    void every_record_stands_in_a_file_of_its_slug() {
        assertThat(records().map(record -> record.slug() + ".yaml").toList())
                .isEqualTo(Shipped.CATALOGUE.stream().map(Source::name).toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_exported_as_json_reads_back_equal(RecordFile record) {
        Reading again = Reads.read(List.of(new Source("a.json", WRITER.json(record))));
        assertThat(again.problems()).isEmpty();
        assertThat(again.records()).containsExactly(record);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_record_exported_as_yaml_reads_back_equal_and_with_equal_canonical_bytes(RecordFile record) {
        Reading again = Reads.read(List.of(new Source("a.yaml", WRITER.yaml(record))));
        assertThat(again.problems()).isEmpty();
        assertThat(again.records()).containsExactly(record);
        assertThat(again.records().getFirst().canonical()).isEqualTo(record.canonical());
        assertThat(WRITER.yaml(again.records().getFirst())).isEqualTo(WRITER.yaml(record));
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_export_has_every_key_of_the_file_it_came_from(RecordFile record) {
        Map<?, ?> original = new Yaml().load(new String(source(record.slug()).bytes(), StandardCharsets.UTF_8));
        Map<?, ?> exported = new Yaml().load(new String(WRITER.yaml(record), StandardCharsets.UTF_8));
        assertThat(exported.keySet().stream().map(Object::toString).toList())
                .isEqualTo(original.keySet().stream().map(Object::toString).toList());
        assertHolds(record.slug(), exported, original);
    }

    @ParameterizedTest
    @MethodSource("records")
    void json_with_the_same_keys_in_another_order_is_the_same_record(RecordFile record) {
        Map<String, Object> keys = new Yaml().load(new String(source(record.slug()).bytes(), StandardCharsets.UTF_8));
        JsonMapper sorting = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
        RecordFile json = Reads.read(List.of(new Source("a.json", sorting.writeValueAsBytes(keys)))).records().getFirst();
        assertThat(json).isEqualTo(record);
        assertThat(json.canonical()).isEqualTo(record.canonical());
    }

    @ParameterizedTest
    @MethodSource("records")
    void each_part_of_a_record_reads_back_alone(RecordFile record) {
        List<Subject.Part> parts = new ArrayList<>(record.licences());
        parts.addAll(record.services());
        parts.add(record.provider());
        parts.add(new Subject.Part(Kind.MODEL, record.slug(), record.model()));
        assertThat(parts).allSatisfy(part -> {
            RecordFile alone = RecordFile.of(part.kind(), part.slug(), part.slug(), part.facts());
            Reading again = Reads.read(List.of(new Source("a.json", alone.canonical())));
            assertThat(again.records()).containsExactly(alone);
            assertThat(alone.stated()).containsExactly(part.kind());
        });
    }

    /** Whether every key of the original is in the export; a row or source may have further ones. */
    private static void assertHolds(String path, Object exported, Object original) {
        if (original instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                assertThat(((Map<?, ?>) exported).containsKey(key)).as(path + "." + key).isTrue();
                assertHolds(path + "." + key, ((Map<?, ?>) exported).get(key), value);
            });
        } else if (original instanceof List<?> list) {
            assertThat((List<?>) exported).as(path).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertHolds(path + "[" + i + "]", ((List<?>) exported).get(i), list.get(i));
            }
        } else if (original instanceof Number number) {
            assertThat(((Number) exported).doubleValue()).as(path).isEqualTo(number.doubleValue());
        } else if (!"European Union".equals(original)) {
            assertThat(exported).as(path).isEqualTo(original);
        }
    }

    private static Source source(String slug) {
        return Shipped.CATALOGUE.stream().filter(file -> file.name().equals(slug + ".yaml")).findFirst().orElseThrow();
    }

    @Test
    void a_fact_keeps_its_value_source_date_note_and_other_sources() {
        Fact compute = named("deepseek-r1").model().get("model.training.compute");
        assertThat(compute.claim().value()).isEqualTo(new FactValue.Amount(
                new BigDecimal("3.5e24"), null, null, "FLOP", "Epoch AI", "confidence class \"confident\""));
        assertThat(compute.claim().asOf()).isEqualTo(Day.parse("2026-01-26").orElseThrow());
        assertThat(compute.claim().sourceUrl()).isEqualTo("https://epoch.ai/data/notable-ai-models");
        assertThat(compute.also()).singleElement().satisfies(other ->
                assertThat(((FactValue.Amount) other.value()).max()).isEqualByComparingTo("1.27e25"));
        assertThat(compute.inConflict()).isFalse();
    }

    @Test
    void an_unknown_with_a_note_keeps_the_note_and_a_bare_unknown_is_left_out() {
        RecordFile record = named("deepseek-r1");
        assertThat(record.model().get("model.summary.url").claim().note()).startsWith("none known for this model");
        assertThat(record.model().all()).noneMatch(fact -> fact.id().equals("model.identifiers.purl"));
    }

    @Test
    void the_state_none_is_kept_apart_from_the_choice_none() {
        Subject.Part licence = named("deepseek-r1").licences().getFirst();
        assertThat(licence.facts().get("licence.restrictions.user_threshold").state()).isEqualTo(State.NONE);
        assertThat(licence.facts().get("licence.restrictions.fields_of_use").claim().value()).isEqualTo(new FactValue.Text("none"));
    }

    @Test
    void an_absence_keeps_where_when_and_by_whom_was_searched() {
        Fact summary = named("claude-opus-4-5").model().get("model.summary.url");
        assertThat(summary.state()).isEqualTo(State.ABSENT);
        assertThat(summary.claim().searched().where()).hasSize(2);
        assertThat(summary.claim().searched().on()).isEqualTo(Day.parse("2026-10-08").orElseThrow());
    }

    @Test
    void tables_and_lists_keep_whether_they_are_complete() {
        RecordFile record = named("deepseek-r1");
        assertThat(record.model().get("model.lineage.bases").claim().completeness()).isEqualTo(Completeness.COMPLETE);
        assertThat(record.services().getFirst().facts().get("service.models").claim().completeness())
                .isEqualTo(Completeness.NOT_KNOWN);
        assertThat(record.model().get("model.modalities.input").claim().completeness()).isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void the_european_union_is_read_as_eu() {
        Subject.Part licence = named("llama-4-scout").licences().getFirst();
        assertThat(licence.facts().get("licence.restrictions.excluded_territories").claim().value())
                .isEqualTo(new FactValue.Items(List.of("EU")));
    }

    @Test
    void what_no_rule_reads_is_kept_too() {
        RecordFile record = named("deepseek-r1");
        assertThat(record.findings()).isNotEmpty().first().satisfies(finding -> {
            assertThat(finding.family()).isEqualTo(PublishedFinding.Family.CENSORSHIP);
            assertThat(finding.applicability()).isEqualTo(PublishedFinding.Applicability.SAME_FAMILY);
            assertThat(finding.host()).isNull();
        });
        assertThat(record.indices()).extracting(IndexEntry::name).containsExactly("fmti_2025_company_score", "osai_index_entry");
        assertThat(record.indices().getFirst().score()).isEqualByComparingTo("32");
        assertThat(record.opinions()).extracting(Opinion::assessment).containsExactly("yes", "no");
        assertThat(record.gaps()).contains("copyright policy");
        assertThat(record.recordWritten()).isEqualTo(Day.parse("2026-11-23").orElseThrow());
    }

    @Test
    void a_record_is_about_the_kinds_that_it_has() {
        assertThat(named("deepseek-r1").stated()).containsExactly(Kind.MODEL, Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE);
        assertThat(named("apertus-70b").stated()).doesNotContain(Kind.SERVICE, Kind.USE);
    }

    /** The canonical form tells units from currencies by their names. */
    @Test
    void no_unit_of_the_vocabulary_is_called_like_a_currency() {
        assertThat(Shipped.VOCABULARY.facts()).allSatisfy(fact -> assertThat(Currency.getAvailableCurrencies())
                .noneMatch(currency -> currency.getCurrencyCode().equals(fact.unit())));
    }

    /** Java names these two facts; all others are iterated. */
    @Test
    void the_facts_that_subjects_are_gathered_by_are_declared_with_their_types() {
        assertThat(Shipped.VOCABULARY.get(Subjects.ARTEFACTS).type()).isEqualTo(FactType.LIST);
        assertThat(Shipped.VOCABULARY.get(Subjects.ARTEFACTS).choices()).containsKey("weights");
        assertThat(Shipped.VOCABULARY.get(Subjects.LIFECYCLE_OF).type()).isEqualTo(FactType.REFERENCE);
    }
}

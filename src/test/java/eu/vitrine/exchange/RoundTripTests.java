package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Opinion;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever can be recorded, its exports read back as the same. */
class RoundTripTests {

    private static final RecordWriter WRITER = RecordWriter.with(Shipped.VOCABULARY);
    private static final Arbitrary<String> TEXTS = Arbitraries.oneOf(
            Arbitraries.of("no", "null", "~", "true", "2026-08-02", "1e5", "- a", "a: b", "a #b", "'", "\"", "\\", "[x]", "{y}",
                    " lead", "trail ", "two\nlines", "tab\there", "a\u2028b", "\uFEFFx", "漢字", "𝄞", "é", "&a", "*a", "!t", "%", "@",
                    "`", "|", ">", "?", "0x1F", ".5", "a\r\nb", "...", "---", "\uFFFE", "<<", "="),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(30)
                    .filter(text -> !text.isBlank() && text.codePoints().noneMatch(c ->
                            Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)),
            Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(30)
                    .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl)));
    private static final Arbitrary<Day> DAYS = Arbitraries.of("2024", "2025-02", "2026-08-02", "2024-02-29")
            .map(text -> Day.parse(text).orElseThrow());
    private static final Arbitrary<String> URLS = Arbitraries.of("https://example.org/a?b=c&d#e", "http://example.org:8080/ä", "https://a.b/'~");
    private static final Arbitrary<BigDecimal> NUMBERS = Arbitraries.oneOf(
            Arbitraries.integers().greaterOrEqual(0).map(BigDecimal::valueOf),
            Arbitraries.doubles().between(0, 1e300).map(number -> new BigDecimal(Double.toString(number))),
            Arbitraries.of("2e25", "3.5e24", "1e21", "123456789012345e7", "0.1", "1e-7", "0", "1e300").map(BigDecimal::new));

    @Property(tries = 300)
    void a_scenario_reads_back_from_json_and_yaml(@ForAll("scenarios") RecordFile record) {
        readsBack(record);
    }

    @Property(tries = 100)
    void a_record_of_the_catalogue_reads_back_from_json_and_yaml(@ForAll("catalogueRecords") RecordFile record) {
        readsBack(record);
    }

    @Property(tries = 100)
    void a_licence_reads_back_from_json_and_yaml(@ForAll("licences") RecordFile record) {
        readsBack(record);
    }

    private static void readsBack(RecordFile record) {
        for (byte[] bytes : List.of(WRITER.json(record), WRITER.yaml(record))) {
            Reading again = Reads.read(List.of(new Source("a.yaml", bytes)));
            assertThat(again.problems()).isEmpty();
            assertThat(again.records()).containsExactly(record);
            assertThat(again.records().getFirst().canonical()).isEqualTo(record.canonical());
        }
    }

    @Provide
    Arbitrary<RecordFile> scenarios() {
        return Combinators.combine(TEXTS, facts(true)).as((name, facts) -> new RecordFile(
                RecordFile.Shape.SCENARIO, "s", name, null, null, of(Kind.MODEL, facts),
                parts(Kind.PROVIDER, facts).stream().findFirst().orElse(null), parts(Kind.LICENCE, facts),
                parts(Kind.SERVICE, facts), of(Kind.USE, facts), of(Kind.ORGANISATION, facts), List.of(), List.of(), List.of(),
                List.of(), null));
    }

    @Provide
    Arbitrary<RecordFile> catalogueRecords() {
        Arbitrary<PublishedFinding> findings = Combinators.combine(TEXTS.injectNull(0.3), NUMBERS, DAYS.injectNull(0.3)).as(
                (text, number, day) -> new PublishedFinding(
                        PublishedFinding.Family.SECURITY, PublishedFinding.FindingKind.SINGLE_OBSERVATION, text, text, null, text,
                        text, PublishedFinding.Applicability.EXACT_BUILD, text, null, text, text,
                        FactValue.Amount.of(number).value(), 7L, null, day, text));
        return Combinators.combine(TEXTS, facts(false), findings.list().ofMaxSize(2), DAYS).as((text, facts, found, day) ->
                new RecordFile(
                        RecordFile.Shape.CATALOGUE, "s", text, text, text, of(Kind.MODEL, facts),
                        parts(Kind.PROVIDER, facts).stream().findFirst().orElse(null), parts(Kind.LICENCE, facts),
                        parts(Kind.SERVICE, facts), Facts.none(), Facts.none(), found,
                        List.of(new IndexEntry("fmti_2025_company_score", new BigDecimal("32"), null, null, day, text)),
                        List.of(new Opinion("above_1e25", text, text, null)), List.of(text), day));
    }

    @Provide
    Arbitrary<RecordFile> licences() {
        return Combinators.combine(TEXTS, facts(false)).as((name, facts) -> RecordFile.ofLicence("s", name, of(Kind.LICENCE, facts)));
    }

    private static Facts of(Kind kind, List<Fact> facts) {
        return Facts.of(facts.stream().filter(fact -> Shipped.VOCABULARY.get(fact.id()).kind() == kind).toList());
    }

    private static List<Subject.Part> parts(Kind kind, List<Fact> facts) {
        Facts own = of(kind, facts);
        return own.all().isEmpty() ? List.of() : List.of(new Subject.Part(kind, "s", own));
    }

    private static final Arbitrary<List<String>> HASHES = Arbitraries.of("0123456789abcdef".repeat(4), "f".repeat(64)).set().ofMaxSize(2).map(List::copyOf);

    private static Arbitrary<List<Fact>> facts(boolean judgements) {
        List<FactDeclaration> declared =
                Shipped.VOCABULARY.facts().stream().filter(fact -> judgements || !fact.judgement()).toList();
        Arbitrary<Fact> fact = Arbitraries.of(declared).flatMap(declaration -> Combinators.combine(
                        claim(declaration), claim(declaration).list().ofMaxSize(2))
                .as((claim, also) -> new Fact(declaration.id(), claim, also, also.isEmpty() ? null : claim.note())))
                .filter(each -> judgements || !each.equals(Fact.unknown(each.id())));
        return fact.list().ofMaxSize(12);
    }

    private static Arbitrary<Claim> claim(FactDeclaration fact) {
        Arbitrary<Claim.Search> searches = Combinators.combine(TEXTS.list().ofMaxSize(2), DAYS.injectNull(0.2), TEXTS.injectNull(0.5))
                .as(Claim.Search::new);
        boolean many = fact.type() == FactType.LIST || fact.type() == FactType.TABLE;
        Arbitrary<Completeness> complete = many ? Arbitraries.of(Completeness.class) : Arbitraries.just(Completeness.NOT_KNOWN);
        Arbitrary<Provenance> provenance = Combinators.combine(Arbitraries.of(SourceTier.class).injectNull(0.5), DAYS.injectNull(0.5), HASHES)
                .as(Provenance::new);
        return Combinators.combine(
                        Arbitraries.of(State.class), value(fact), complete, URLS.injectNull(0.3), DAYS.injectNull(0.3),
                        TEXTS.injectNull(0.3), searches.injectNull(0.5), provenance)
                .as((state, value, completeness, url, day, note, search, more) -> new Claim(state, state == State.VALUE ? value : null,
                        completeness, url, day, note, search, more.tier(), more.checkedOn(), more.evidence()));
    }

    private record Provenance(SourceTier tier, Day checkedOn, List<String> evidence) {}

    private static Arbitrary<? extends FactValue> value(FactDeclaration fact) {
        return switch (fact.type()) {
            case LIST -> text(fact.element(), fact.choices()).filter(text -> !text.equals("European Union")).list().ofMaxSize(3)
                    .map(FactValue.Items::new);
            case TABLE -> rows(fact);
            case QUANTITY -> Combinators.combine(NUMBERS.set().ofSize(3), Arbitraries.integers().between(0, 4), TEXTS.injectNull(0.3))
                    .as((numbers, shape, by) -> range(numbers.stream().sorted().toList(), shape, fact.unit(), by));
            case MONEY -> Combinators.combine(NUMBERS, Arbitraries.of("EUR", "USD").injectNull(0.2))
                    .as((number, currency) -> new FactValue.Amount(number, null, null, currency, null, null));
            default -> single(fact.type(), fact.choices());
        };
    }

    private static FactValue range(List<BigDecimal> numbers, int shape, String unit, String by) {
        BigDecimal min = numbers.getFirst();
        BigDecimal max = numbers.getLast();
        BigDecimal middle = numbers.get(numbers.size() / 2);
        return switch (shape) {
            case 0 -> new FactValue.Amount(middle, null, null, unit, by, by);
            case 1 -> new FactValue.Amount(middle, min, max, unit, by, null);
            case 2 -> new FactValue.Amount(null, min, null, unit, null, by);
            case 3 -> new FactValue.Amount(null, null, max, unit, null, null);
            default -> new FactValue.Amount(null, min, max, unit, by, by);
        };
    }

    private static Arbitrary<FactValue> rows(FactDeclaration fact) {
        List<Arbitrary<FactValue>> cells = new ArrayList<>();
        fact.columns().forEach(column -> cells.add(single(column.type(), column.choices()).map(value -> (FactValue) value)));
        Arbitrary<FactValue.Row> row = Combinators.combine(Combinators.combine(cells).as(values -> values), URLS.injectNull(0.5),
                        DAYS.injectNull(0.5), Arbitraries.integers().between(0, cells.size()))
                .as((values, url, day, missing) -> {
                    Map<String, FactValue> byName = new LinkedHashMap<>();
                    for (int i = 0; i < values.size(); i++) {
                        if (i != missing) {
                            byName.put(fact.columns().get(i).name(), values.get(i));
                        }
                    }
                    return new FactValue.Row(byName, url, day, url == null ? List.of() : List.of("0".repeat(64)));
                });
        return row.list().ofMaxSize(1).map(FactValue.Rows::new);
    }

    private static Arbitrary<? extends FactValue> single(FactType type, Map<String, String> choices) {
        return switch (type) {
            case BOOLEAN -> Arbitraries.of(true, false).map(FactValue.Truth::new);
            case INTEGER -> Arbitraries.longs().between(0, 1_000_000_000_000_000L)
                    .map(number -> FactValue.Amount.of(BigDecimal.valueOf(number)));
            case DECIMAL, QUANTITY, MONEY -> NUMBERS.map(FactValue.Amount::of);
            case DATE -> DAYS.map(FactValue.Date::new);
            default -> text(type, choices).map(FactValue.Text::new);
        };
    }

    private static Arbitrary<String> text(FactType type, Map<String, String> choices) {
        return switch (type) {
            case CHOICE -> Arbitraries.of(List.copyOf(choices.keySet()));
            case COUNTRY -> Arbitraries.of("NO", "DE", "CN");
            case LANGUAGE -> Arbitraries.of("no", "en", "zh-Hant");
            case URL -> URLS;
            default -> TEXTS;
        };
    }
}

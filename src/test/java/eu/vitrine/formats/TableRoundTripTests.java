package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a cell can carry comes back from CSV and XLSX as it was. */
class TableRoundTripTests {

    private static final Arbitrary<String> TEXTS = Arbitraries.oneOf(
            Arbitraries.of("none", "unknown", "withheld", "does not apply", "searched: x", "=1+1", "+49", "-5", "@SUM(A1)", "'quoted'", "''", "\"in quotes\"",
                    "a; b", "a, b", " lead", "trail ", "two\nlines", "＝1", "…", "?", "[]", "state: none", "1e5", "2026-08-02", "true", "漢字", "𝄞", "\" =1"),
            Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(20)
                    .filter(text -> !text.isBlank() && text.chars().noneMatch(Character::isISOControl)));
    private static final Arbitrary<Day> DAYS = Arbitraries.of("2024", "2025-02", "2026-08-02").map(text -> Day.parse(text).orElseThrow());
    private static final Arbitrary<BigDecimal> NUMBERS = Arbitraries.of("2e25", "3.5e24", "1e21", "0.1", "1e-7", "0", "1234", "12.345", "1.5").map(BigDecimal::new);

    @Property(tries = 200)
    void facts_of_a_model_come_back_from_csv_and_xlsx(@ForAll("models") RecordFile model) throws IOException {
        comesBack(Kind.MODEL, model);
    }

    @Property(tries = 100)
    void facts_of_a_service_come_back_from_csv_and_xlsx(@ForAll("services") RecordFile service) throws IOException {
        comesBack(Kind.SERVICE, service);
    }

    @Test
    void the_whole_catalogue_comes_back_from_csv_and_xlsx() throws IOException {
        for (Source file : Cells.CATALOGUE) {
            RecordFile model = RecordReader.with(Cells.VOCABULARY).read(List.of(file)).records().getFirst();
            comesBack(Kind.MODEL, model);
            if (model.provider() != null) {
                comesBack(Kind.PROVIDER, RecordFile.of(Kind.PROVIDER, model.provider().slug(), "P", model.provider().facts()));
            }
        }
    }

    private static void comesBack(Kind kind, RecordFile record) throws IOException {
        var sheet = new RecordSheet(Cells.VOCABULARY, kind);
        var csv = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.csv(csv)) {
            writer.row(sheet.headers());
            writer.row(sheet.row(record));
        }
        var xlsx = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.xlsx(xlsx, "records")) {
            writer.row(sheet.headers());
            writer.row(sheet.row(record));
        }
        for (Source file : List.of(new Source("a.csv", csv.toByteArray()), new Source("a.xlsx", xlsx.toByteArray()))) {
            Imported imported = Cells.FORMAT.read(List.of(file), Origin.UNKNOWN);
            assertThat(imported.remarks()).as(file.name()).isEmpty();
            assertThat(imported.records()).hasSize(1);
            RecordFile back = imported.records().getFirst().file();
            assertThat(back.slug()).isEqualTo(record.slug());
            assertThat(back.name()).isEqualTo(record.name());
            assertThat(back.factsOf(kind)).as(file.name()).isEqualTo(carried(kind, record.factsOf(kind)));
            if (kind == Kind.MODEL) {
                assertThat(back.version()).isEqualTo(record.version());
                assertThat(back.licences()).hasSameSizeAs(record.licences());
                assertThat(back.provider() == null ? null : back.provider().slug()).isEqualTo(record.provider() == null ? null : record.provider().slug());
            }
        }
    }

    /** The facts with what a cell can carry of them. */
    private static Facts carried(Kind kind, Facts facts) {
        List<Fact> carried = new ArrayList<>();
        for (FactDeclaration declared : TableColumns.facts(Cells.VOCABULARY, kind)) {
            Claim claim = facts.get(declared.id()).claim();
            if (!claim.equals(Claim.unknown()) && CellText.write(declared, claim).isPresent()) {
                carried.add(new Fact(declared.id(), new Claim(claim.state(), claim.value(), claim.completeness(), claim.sourceUrl(), claim.asOf(), claim.note(),
                        claim.state() == State.ABSENT ? claim.searched() : null), List.of()));
            }
        }
        return Facts.of(carried);
    }

    @Provide
    Arbitrary<RecordFile> models() {
        return Combinators.combine(TEXTS, TEXTS.injectNull(0.5), facts(Kind.MODEL))
                .as((name, version, facts) -> RecordFile.ofModel("a-model", name, version, null).withFacts(Kind.MODEL, facts));
    }

    @Provide
    Arbitrary<RecordFile> services() {
        return Combinators.combine(TEXTS, facts(Kind.SERVICE)).as((name, facts) -> RecordFile.of(Kind.SERVICE, "a-service", name, facts));
    }

    private static Arbitrary<Facts> facts(Kind kind) {
        return Arbitraries.of(TableColumns.facts(Cells.VOCABULARY, kind)).flatMap(declared -> claim(declared).map(claim -> new Fact(declared.id(), claim, List.of())))
                .list().ofMaxSize(10).map(Facts::of);
    }

    private static Arbitrary<Claim> claim(FactDeclaration declared) {
        Arbitrary<Completeness> complete = declared.type() == FactType.LIST ? Arbitraries.of(Completeness.class) : Arbitraries.just(Completeness.NOT_KNOWN);
        Arbitrary<Claim.Search> searches = Combinators.combine(Arbitraries.of("model card", "website").list().ofMaxSize(2), DAYS.injectNull(0.3),
                Arbitraries.of("Jo Doe").injectNull(0.5)).as(Claim.Search::new);
        return Combinators.combine(Arbitraries.of(State.class), value(declared), complete, Arbitraries.of("https://example.org/a?b=c;d").injectNull(0.5),
                DAYS.injectNull(0.5), TEXTS.injectNull(0.5), searches.injectNull(0.3)).as((state, value, completeness, url, day, note, search) ->
                new Claim(state, state == State.VALUE ? value : null, state == State.VALUE ? completeness : Completeness.NOT_KNOWN, url, day, note,
                        state == State.ABSENT ? search : null));
    }

    private static Arbitrary<? extends FactValue> value(FactDeclaration declared) {
        return switch (declared.type()) {
            case BOOLEAN -> Arbitraries.of(true, false).map(FactValue.Truth::new);
            case INTEGER -> Arbitraries.longs().between(0, 1_000_000_000_000L).map(number -> FactValue.Amount.of(BigDecimal.valueOf(number)));
            case DECIMAL -> NUMBERS.map(FactValue.Amount::of);
            case QUANTITY -> Arbitraries.integers().between(0, 4).map(shape -> range(shape, declared.unit()));
            case MONEY -> Combinators.combine(NUMBERS, Arbitraries.of("EUR", "USD").injectNull(0.2))
                    .as((number, currency) -> new FactValue.Amount(number, null, null, currency, null, null));
            case DATE -> DAYS.map(FactValue.Date::new);
            case LIST -> text(declared.element(), declared.choices()).list().ofMaxSize(3).map(FactValue.Items::new);
            default -> text(declared.type(), declared.choices()).map(FactValue.Text::new);
        };
    }

    private static FactValue range(int shape, String unit) {
        BigDecimal low = new BigDecimal("1e24");
        BigDecimal high = new BigDecimal("3.5e25");
        return switch (shape) {
            case 0 -> new FactValue.Amount(new BigDecimal("2e24"), low, high, unit, null, null);
            case 1 -> new FactValue.Amount(null, low, null, unit, null, null);
            case 2 -> new FactValue.Amount(null, null, high, unit, null, null);
            case 3 -> new FactValue.Amount(null, low, high, unit, null, null);
            default -> new FactValue.Amount(high, null, null, unit, null, null);
        };
    }

    private static Arbitrary<String> text(FactType type, Map<String, String> choices) {
        return switch (type) {
            case CHOICE -> Arbitraries.of(List.copyOf(choices.keySet()));
            case COUNTRY -> Arbitraries.of("FR", "DE", "NO");
            case LANGUAGE -> Arbitraries.of("de", "zh-Hant");
            case URL -> Arbitraries.of("https://example.org/a;b,c", "https://example.org/?q=1");
            case REFERENCE -> Arbitraries.of("a-record", "b.c_d");
            default -> TEXTS;
        };
    }
}

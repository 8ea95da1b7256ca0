package eu.vitrine.formats;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.exchange.Reading;
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
import eu.vitrine.facts.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any record, however odd its texts, is written validly and comes back with all its facts. */
class BomRoundTripTests {

    private static final List<String> TEXTS = List.of(
            "a", "Apache-2.0", "MIT", "GPL-3.0-only", "LicenseRef-Own", "My own licence, version 1", "unknown", "NOASSERTION", "n/a", " a  b ", "a\nb\tc\rd",
            "\uFFFE\uFFFF", "<a href=\"b\">&amp;</a>", "]]>", "--", "标签", "😀", "pkg:huggingface/a/b@c1", "pkg:generic/a b", "x".repeat(300), "{\"a\":1}", "eu.vitrine:",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "dense", "\\u0041", "AND", "MIT OR Apache-2.0", "https://example.org/a");
    private static final List<String> ADDRESSES = List.of(
            "https://example.org/a", "http://example.org/a?b=c&d=e#f", "https://example.org/ü", "https://example.org/a|b", "https://example.org/%zz",
            "https://huggingface.co/a/b", "https://" + "a".repeat(1200) + ".example.org");
    private static final List<String> DAYS = List.of("2025", "2025-03", "2025-03-04");
    private static final List<String> NUMBERS = List.of("0", "1", "7e9", "3.5e24", "1e21", "0.25", "123456789012345");
    private static final List<String> SLUGS = List.of("a", "b_c", "D.e", "mit", "apache-2-0", "model", "provider");

    @Property(tries = 80)
    void a_record_comes_back(@ForAll("records") RecordFile record) {
        for (CycloneDx.Version version : CycloneDx.Version.values()) {
            byte[] json = comesBack(Boms.CYCLONE_DX, Boms.CYCLONE_DX.write(record, version, CycloneDx.Encoding.JSON, Boms.NOON), record);
            assertThat(Boms.wrongJson(json, version.text())).isEmpty();
            comesBack(Boms.CYCLONE_DX, Boms.CYCLONE_DX.write(record, version, CycloneDx.Encoding.XML, Boms.NOON), record);
        }
        assertThat(Boms.wrongJson(comesBack(Boms.SPDX, Boms.SPDX.write(record, Boms.NOON), record), "spdx")).isEmpty();
    }

    private static byte[] comesBack(RecordFormat format, BomExport export, RecordFile record) {
        Imported imported = format.read(List.of(new Source("bom", export.bytes())), Origin.UNKNOWN);
        assertThat(imported.records()).singleElement().satisfies(read -> assertThat(read.file()).isEqualTo(record));
        return export.bytes();
    }

    @Property(tries = 25)
    void its_xml_is_valid(@ForAll("records") RecordFile record) {
        for (CycloneDx.Version version : CycloneDx.Version.values()) {
            assertThat(Boms.wrongXml(Boms.CYCLONE_DX.write(record, version, CycloneDx.Encoding.XML, Boms.NOON).bytes(), version.text())).isEmpty();
        }
    }

    @Provide
    Arbitrary<RecordFile> records() {
        return Arbitraries.randomValue(BomRoundTripTests::record);
    }

    private static RecordFile record(Random random) {
        RecordFile made = new RecordFile(RecordFile.Shape.CATALOGUE, any(random, SLUGS), any(random, TEXTS),
                random.nextBoolean() ? any(random, TEXTS) : null, random.nextBoolean() ? any(random, TEXTS) : null, facts(random, Kind.MODEL),
                random.nextBoolean() ? new Subject.Part(Kind.PROVIDER, any(random, SLUGS), facts(random, Kind.PROVIDER)) : null,
                parts(random, Kind.LICENCE), parts(random, Kind.SERVICE), Facts.none(), Facts.none(), List.of(), List.of(), List.of(), List.of(), null);
        Reading reading = RecordReader.with(Boms.VOCABULARY).read(List.of(new Source("record", made.canonical())));
        assertThat(reading.problems()).isEmpty();
        return reading.records().getFirst();
    }

    private static List<Subject.Part> parts(Random random, Kind kind) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> SLUGS.get((i * 3 + random.nextInt(3)) % SLUGS.size())).distinct()
                .map(slug -> new Subject.Part(kind, slug, facts(random, kind))).toList();
    }

    private static Facts facts(Random random, Kind kind) {
        List<Fact> facts = new ArrayList<>();
        for (FactDeclaration declared : Boms.VOCABULARY.facts()) {
            if (declared.kind() == kind && !declared.judgement() && !declared.retired() && random.nextInt(3) == 0) {
                List<Claim> also = random.nextInt(5) == 0 ? List.of(claim(random, declared)) : List.of();
                facts.add(new Fact(declared.id(), claim(random, declared), also, random.nextInt(9) == 0 ? "because" : null));
            }
        }
        return Facts.of(facts);
    }

    private static Claim claim(Random random, FactDeclaration declared) {
        FactValue value = random.nextInt(6) == 0 ? null : value(random, declared);
        State state = value != null ? State.VALUE : List.of(State.NONE, State.WITHHELD, State.NOT_APPLICABLE, State.ABSENT).get(random.nextInt(4));
        return new Claim(state, value, Completeness.NOT_KNOWN, random.nextBoolean() ? any(random, ADDRESSES) : null,
                random.nextBoolean() ? Day.parse(any(random, DAYS)).orElseThrow() : null, random.nextInt(3) == 0 ? any(random, TEXTS) : null, null);
    }

    private static @Nullable FactValue value(Random random, FactDeclaration declared) {
        if (declared.type() == FactType.LIST) {
            List<String> items = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                if (single(random, declared.element(), declared.choices()) instanceof FactValue.Text text) {
                    items.add(text.value());
                }
            }
            return new FactValue.Items(items.stream().distinct().toList());
        }
        if (declared.type() == FactType.TABLE) {
            Map<String, FactValue> cells = new LinkedHashMap<>();
            declared.columns().forEach(column -> cells.put(column.name(), single(random, column.type(), column.choices())));
            return new FactValue.Rows(List.of(new FactValue.Row(cells, null, null)));
        }
        if (declared.type() == FactType.QUANTITY || declared.type() == FactType.MONEY) {
            BigDecimal number = new BigDecimal(any(random, NUMBERS));
            boolean range = random.nextInt(4) == 0;
            return new FactValue.Amount(range ? null : number, range ? number : null, null,
                    declared.type() == FactType.MONEY ? "EUR" : declared.unit(), random.nextBoolean() ? "provider" : null, null);
        }
        return single(random, declared.type(), declared.choices());
    }

    private static FactValue single(Random random, @Nullable FactType type, Map<String, String> choices) {
        return switch (type) {
            case null -> new FactValue.Text(any(random, TEXTS));
            case BOOLEAN -> new FactValue.Truth(random.nextBoolean());
            case INTEGER -> FactValue.Amount.of(new BigDecimal(random.nextInt(1_000_000)));
            case DECIMAL, QUANTITY, MONEY -> FactValue.Amount.of(new BigDecimal(any(random, NUMBERS)));
            case DATE -> new FactValue.Date(Day.parse(any(random, DAYS)).orElseThrow());
            case URL -> new FactValue.Text(any(random, ADDRESSES));
            case COUNTRY -> new FactValue.Text(any(random, List.of("DE", "FR", "NO")));
            case LANGUAGE -> new FactValue.Text(any(random, List.of("de", "zh-Hant")));
            case CHOICE -> new FactValue.Text(any(random, List.copyOf(choices.keySet())));
            case REFERENCE -> new FactValue.Text(any(random, SLUGS));
            default -> new FactValue.Text(any(random, TEXTS));
        };
    }

    private static String any(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}

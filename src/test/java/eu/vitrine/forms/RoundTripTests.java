package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import eu.vitrine.web.FormErrors;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a fact of the vocabulary says comes out of the form as it went in. */
class RoundTripTests {

    private static final int CLAIMS = 200;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Vocabulary VOCABULARY = vocabulary();

    private static Vocabulary vocabulary() {
        var files = new TreeMap<String, String>();
        try (Stream<Path> found = Files.list(Path.of("policies/vocabulary"))) {
            for (Path file : found.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return VocabularyReader.read(files);
    }

    @TestFactory
    Stream<DynamicTest> a_claim_that_a_form_shows_is_read_back_as_it_was() {
        return VOCABULARY.facts().stream().map(fact -> DynamicTest.dynamicTest(fact.id(), () -> {
            var random = new Random(fact.id().hashCode());
            for (int i = 0; i < CLAIMS; i++) {
                Claim claim = new Claims(fact, random).any();
                var errors = new FormErrors();
                Input shown = ClaimFields.of(fact, claim, fact.id());
                assertThat(new ClaimReading(shown, TODAY, errors).claim(fact, fact.id(), claim)).as(shown.toString()).isEqualTo(claim);
                assertThat(errors.all()).as(claim.toString()).isEmpty();
                assertThat(Input.of(shown.bytes())).isEqualTo(shown);
            }
        }));
    }

    @Test
    void every_type_of_the_vocabulary_is_among_those_tried() {
        assertThat(VOCABULARY.facts().stream().map(FactDeclaration::type)).contains(FactType.BOOLEAN, FactType.QUANTITY, FactType.MONEY, FactType.DATE,
                FactType.TEXT, FactType.URL, FactType.COUNTRY, FactType.CHOICE, FactType.REFERENCE, FactType.LIST, FactType.TABLE, FactType.INTEGER);
    }

    @Test
    void a_figure_may_be_written_in_groups_of_digits() {
        FactDeclaration tokens = VOCABULARY.get("model.training.tokens");
        Input typed = Input.none().with("x:answer", "value").with("x:value", "14 800\u202f000 000 000");
        Claim claim = new ClaimReading(typed, TODAY, new FormErrors()).claim(tokens, "x", Claim.unknown());
        assertThat(((FactValue.Amount) claim.value()).value()).isEqualByComparingTo("14.8e12");
    }

    @Test
    void a_figure_out_of_all_range_and_one_with_a_comma_are_refused_beside_their_field() {
        FactDeclaration tokens = VOCABULARY.get("model.training.tokens");
        for (String wrong : List.of("1e999999999", "3,8", "-4", "many", "9".repeat(200))) {
            var errors = new FormErrors();
            new ClaimReading(Input.none().with("x:answer", "value").with("x:value", wrong), TODAY, errors).claim(tokens, "x", Claim.unknown());
            assertThat(errors.on("x:value")).as(wrong).isPresent();
        }
    }

    @Test
    void whoever_types_a_value_and_picks_nothing_means_the_value() {
        Claim claim = new ClaimReading(Input.none().with("x:value", "4"), TODAY, new FormErrors())
                .claim(VOCABULARY.get("model.training.tokens"), "x", Claim.unknown());
        assertThat(claim.state()).isEqualTo(State.VALUE);
    }

    @Test
    void looked_at_again_today_changes_the_day_and_nothing_else() {
        FactDeclaration tokens = VOCABULARY.get("model.training.tokens");
        Claim claim = Claim.of(new FactValue.Amount(BigDecimal.TEN, null, null, "tokens", null, null));
        Claim checked = new ClaimReading(ClaimFields.of(tokens, claim, "x").with("x:checked", "yes"), TODAY, new FormErrors()).claim(tokens, "x", claim);
        assertThat(checked).isEqualTo(claim.checked(Day.of(TODAY)));
    }

    /** Random claims about one fact, of every state and with everything a claim can have. */
    private record Claims(FactDeclaration fact, Random random) {

        private static final List<String> WORDS = List.of("weights", "NO", "1e3", "true", "null", "größer als 5", "模型", "a: b", "= 3", "<b>", "two\nlines", "\"quoted\"", "~");
        private static final List<String> DAYS = List.of("2025", "2025-02", "2024-02-29", "1999-12-31");

        Claim any() {
            List<State> states = new ArrayList<>(List.of(State.values()));
            State state = random.nextInt(3) == 0 ? states.get(random.nextInt(states.size())) : State.VALUE;
            FactValue value = state == State.VALUE ? value() : null;
            String note = state == State.NOT_APPLICABLE || random.nextBoolean() ? line() : null;
            Claim.Search search = state == State.ABSENT ? new Claim.Search(List.of("card", "press page"), day(), random.nextBoolean() ? null : "Ada") : null;
            Completeness complete = ClaimFields.isMany(fact) ? Completeness.values()[random.nextInt(3)] : Completeness.NOT_KNOWN;
            return new Claim(state, value, complete, maybe(any -> "https://example.org/a?b=c#d"), maybe(any -> day()), note, search,
                    maybe(any -> SourceTier.values()[random.nextInt(5)]), maybe(any -> day()), random.nextBoolean() ? List.of() : List.of("ab".repeat(32), "0f".repeat(32)));
        }

        private <T> @Nullable T maybe(Function<Random, T> some) {
            return random.nextBoolean() ? some.apply(random) : null;
        }

        private String line() {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        private Day day() {
            return Day.parse(DAYS.get(random.nextInt(DAYS.size()))).orElseThrow();
        }

        private BigDecimal number(FactType type) {
            BigDecimal whole = new BigDecimal(List.of("0", "7", "1500", "38e23", "12e11", "999999999999999").get(random.nextInt(6)));
            return type == FactType.INTEGER || random.nextBoolean() ? whole : new BigDecimal("17.25");
        }

        private FactValue value() {
            return switch (fact.type()) {
                case LIST -> new FactValue.Items(fact.element() == FactType.CHOICE ? some(fact.choices()) : IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> ((FactValue.Text) single(fact.element() == null ? FactType.TEXT : fact.element(), Map.of())).value().replace('\n', ' ')).toList());
                case TABLE -> new FactValue.Rows(IntStream.rangeClosed(0, random.nextInt(4)).mapToObj(this::row).toList());
                case INTEGER, DECIMAL, QUANTITY, MONEY -> amount();
                default -> single(fact.type(), fact.choices());
            };
        }

        private FactValue amount() {
            String unit = fact.type() == FactType.QUANTITY ? fact.unit() : fact.type() == FactType.MONEY && random.nextBoolean() ? "EUR" : null;
            BigDecimal value = number(fact.type());
            return switch (random.nextInt(3)) {
                case 0 -> new FactValue.Amount(value, null, null, unit, maybe(any -> "the provider"), maybe(any -> "6·P·D"));
                case 1 -> new FactValue.Amount(value, value, value.multiply(BigDecimal.TWO), unit, null, null);
                default -> new FactValue.Amount(null, value, null, unit, null, null);
            };
        }

        private List<String> some(Map<String, String> choices) {
            List<String> codes = List.copyOf(choices.keySet());
            return codes.subList(0, 1 + random.nextInt(codes.size()));
        }

        private FactValue single(FactType type, Map<String, String> choices) {
            return switch (type) {
                case BOOLEAN -> new FactValue.Truth(random.nextBoolean());
                case DATE -> new FactValue.Date(day());
                case INTEGER, DECIMAL, QUANTITY, MONEY -> FactValue.Amount.of(number(type));
                case CHOICE -> new FactValue.Text(List.copyOf(choices.keySet()).get(random.nextInt(choices.size())));
                case COUNTRY -> new FactValue.Text(List.of("DE", "NO", "CN").get(random.nextInt(3)));
                case LANGUAGE -> new FactValue.Text(List.of("de", "zh-Hant").get(random.nextInt(2)));
                case URL -> new FactValue.Text("https://example.org/" + random.nextInt(9));
                default -> new FactValue.Text(line());
            };
        }

        private FactValue.Row row(int number) {
            var cells = new LinkedHashMap<String, FactValue>();
            for (FactDeclaration.Column column : fact.columns()) {
                if (fact.key().contains(column.name()) || random.nextBoolean()) {
                    FactValue cell = single(column.type(), column.choices());
                    cells.put(column.name(), cell);
                }
            }
            // Rows have keys of their own; the first column of the key makes them so where it is a text.
            String first = fact.key().getFirst();
            FactType type = fact.column(first).type();
            cells.put(first, type == FactType.LANGUAGE ? new FactValue.Text(List.of("de", "fr", "lv", "en", "zh-Hant").get(number)) : new FactValue.Text("row " + number));
            return new FactValue.Row(cells, maybe(any -> "https://example.org/row"), maybe(any -> day()), random.nextBoolean() ? List.of() : List.of("cd".repeat(32)));
        }
    }
}

package eu.vitrine.policy;

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
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Subjects whose facts are drawn one by one and independently, over every state, type and doubt that a record can hold. */
public final class RandomSubjects {

    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "USD");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "CN", "CH");
    private static final List<String> LANGUAGES = List.of("de", "en", "fr", "zh");
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 6, 1);
    private static final int DAYS = 1_900;

    private final PolicySet set;
    private final Random random;
    private final List<String> hosts = new ArrayList<>(List.of("example.org"));
    private final List<String> words = new ArrayList<>(List.of("none", "some words", "another text"));
    private List<LocalDate> days = List.of();
    private List<Double> numbers = List.of();
    private int number;

    /** Subjects for a set, the same for the same seed. */
    public RandomSubjects(PolicySet set, long seed) {
        this.set = set;
        this.random = new Random(seed);
        set.lawData().stream().filter(datum -> datum.type() == LawDatum.Type.LIST)
                .forEach(datum -> ((List<?>) datum.on(LocalDate.MAX)).forEach(one -> words.add((String) one)));
        set.houseData().stream().filter(datum -> datum.name().endsWith("_hosts"))
                .forEach(datum -> ((List<?>) datum.on(LocalDate.MAX)).forEach(one -> hosts.add((String) one)));
    }

    /** Draws half of all days and numbers from these from now on. */
    void aimAt(List<LocalDate> someDays, List<Double> someNumbers) {
        this.days = List.copyOf(someDays);
        this.numbers = List.copyOf(someNumbers);
    }

    /** The next one; it states facts of all kinds. */
    public Subject next() {
        number++;
        Set<Kind> stated = EnumSet.allOf(Kind.class);
        Facts root = random.nextInt(4) == 0 ? Facts.of(facts(Kind.MODEL)) : null;
        List<Fact> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.addAll(facts(kind));
        }
        return new Subject("subject-" + number, "Subject " + number, null, stated, Facts.of(all), List.of(), List.of(), root);
    }

    /** The same with a few of its facts drawn anew; it states facts of all kinds. */
    public Subject near(Subject subject) {
        List<Fact> drawn = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            drawn.add(fact(one(set.vocabulary().facts())));
        }
        return new Subject(subject.slug(), subject.name(), null, EnumSet.allOf(Kind.class), subject.facts().and(Facts.of(drawn)),
                List.of(), List.of(), subject.lifecycle());
    }

    /** A day from before the Act entered into force to after its last date. */
    public LocalDate day() {
        return LocalDate.of(2024, 8, 1).plusDays(random.nextInt(2_500));
    }

    /** A whole number from 0 up to, and without, a bound. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    private List<Fact> facts(Kind kind) {
        return set.vocabulary().facts().stream().filter(fact -> fact.kind() == kind && random.nextInt(3) > 0).map(this::fact).toList();
    }

    /** A fact, in whatever state. */
    Fact fact(FactDeclaration declared) {
        List<Claim> also = random.nextInt(20) == 0 ? List.of(claim(declared)) : List.of();
        return new Fact(declared.id(), claim(declared), also);
    }

    private Claim claim(FactDeclaration declared) {
        @Nullable Day asOf = random.nextInt(3) == 0 ? null : day(random.nextInt(12));
        State state = switch (random.nextInt(12)) {
            case 0 -> State.NONE;
            case 1 -> State.ABSENT;
            case 2 -> State.WITHHELD;
            case 3 -> State.NOT_APPLICABLE;
            case 4 -> State.UNKNOWN;
            default -> State.VALUE;
        };
        Claim.@Nullable Search search = state == State.ABSENT && random.nextInt(8) > 0
                ? new Claim.Search(List.of("the site of the provider"), random.nextInt(8) == 0 ? null : day(random.nextInt(12)), "officer") : null;
        Completeness completeness = Completeness.values()[random.nextInt(3)];
        return new Claim(state, state == State.VALUE ? value(declared) : null, completeness,
                random.nextInt(3) == 0 ? null : "https://" + one(hosts) + "/page", asOf, null, search);
    }

    private FactValue value(FactDeclaration declared) {
        return switch (declared.type()) {
            case LIST -> new FactValue.Items(some(declared));
            case TABLE -> new FactValue.Rows(rows(declared));
            case QUANTITY, MONEY, INTEGER, DECIMAL -> amount(declared);
            default -> single(declared.type(), declared.choices());
        };
    }

    private List<String> some(FactDeclaration declared) {
        FactType of = declared.element() == null ? FactType.TEXT : declared.element();
        List<String> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(((FactValue.Text) single(of, declared.choices())).value());
        }
        return items.stream().distinct().toList();
    }

    private List<FactValue.Row> rows(FactDeclaration declared) {
        List<FactValue.Row> rows = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Map<String, FactValue> cells = new LinkedHashMap<>();
            declared.columns().forEach(column -> {
                if (random.nextInt(8) > 0) {
                    cells.put(column.name(), column.type().isNumber() ? number(1e3) : single(column.type(), column.choices()));
                }
            });
            rows.add(new FactValue.Row(cells, null, null));
        }
        return rows;
    }

    private FactValue single(FactType type, Map<String, String> choices) {
        return switch (type) {
            case BOOLEAN -> new FactValue.Truth(random.nextBoolean());
            case DATE -> new FactValue.Date(day(random.nextInt(6)));
            case CHOICE -> new FactValue.Text(one(List.copyOf(choices.keySet())));
            case COUNTRY -> new FactValue.Text(one(COUNTRIES));
            case LANGUAGE -> new FactValue.Text(one(LANGUAGES));
            case URL -> new FactValue.Text("https://example.org/" + random.nextInt(5));
            default -> new FactValue.Text(one(words));
        };
    }

    private Day day(int precision) {
        boolean aimed = !days.isEmpty() && random.nextBoolean();
        LocalDate day = aimed ? one(days) : FIRST_DAY.plusDays(random.nextInt(DAYS));
        return Day.parse(precision == 0 ? day.toString().substring(0, 4) : precision == 1 ? day.toString().substring(0, 7) : day.toString())
                .orElseThrow();
    }

    private FactValue.Amount amount(FactDeclaration declared) {
        double scale = "FLOP".equals(declared.unit()) ? 1e25 : declared.type() == FactType.MONEY ? 1e9 : 1e5;
        FactValue.Amount point = number(scale);
        String unit = declared.type() == FactType.MONEY ? one(CURRENCIES) : declared.unit();
        BigDecimal value = java.util.Objects.requireNonNull(point.value());
        return switch (random.nextInt(7)) {
            case 0 -> new FactValue.Amount(value, value.multiply(new BigDecimal("0.5")), value.multiply(new BigDecimal("3")), unit, "another", null);
            case 1 -> new FactValue.Amount(null, value, null, unit, "the provider", null);
            case 2 -> new FactValue.Amount(null, null, value, unit, "another", null);
            default -> new FactValue.Amount(value, null, null, unit, random.nextBoolean() ? "the provider" : null, null);
        };
    }

    /** Spread evenly over four orders of magnitude around a scale; now and then a round number on the line itself. */
    private FactValue.Amount number(double scale) {
        if (!numbers.isEmpty() && random.nextBoolean()) {
            return FactValue.Amount.of(new BigDecimal(one(numbers)));
        }
        double drawn = random.nextInt(6) == 0 ? scale / Math.pow(10, random.nextInt(3)) : scale * Math.pow(10, random.nextDouble() * 4 - 3);
        BigDecimal whole = new BigDecimal(drawn, new MathContext(4));
        return FactValue.Amount.of(whole.scale() > 0 ? whole.setScale(0, java.math.RoundingMode.HALF_UP) : whole);
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

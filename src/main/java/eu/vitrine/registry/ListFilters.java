package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ListField.Form;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filters of a list as its page offers them, and those in use as words that can be taken away. */
@Component
class ListFilters {

    /** More records than a person chooses from a list; beyond, the list of that kind leads to them. */
    private static final int MOST_NAMES = 150;

    private final ListFields fields;
    private final ListAddress address;
    private final OccurringTerms occurring;
    private final RecordLists lists;
    private final ModelRegistry registry;

    ListFilters(ListFields fields, ListAddress address, OccurringTerms occurring, RecordLists lists, ModelRegistry registry) {
        this.fields = fields;
        this.address = address;
        this.occurring = occurring;
        this.lists = lists;
        this.registry = registry;
    }

    /**
     * @param label what it asks, or null for a reference, whose word is {@code registry.} and the parameter
     * @param options values to choose from; one is chosen at most
     * @param more further values chosen, which stay
     * @param range whether it has two ends
     * @param least lower end as typed, or empty
     * @param most upper end as typed, or empty
     * @param leastName parameter of the lower end
     * @param mostName parameter of the upper end
     * @param asksKnown whether it can be asked for what is known at all
     */
    record Filter(String parameter, @Nullable String label, Form form, List<Option> options, List<String> more, boolean range, String least, String most,
            String leastName, String mostName, boolean asksKnown, boolean known, boolean notKnown, boolean main) {}

    record Option(String value, String words, boolean chosen) {}

    /**
     * A filter in use.
     *
     * @param label as in {@link Filter}
     * @param labelKey message of the label where there is none
     * @param wordsKey message of what is asked, which may have {@code words} as argument; null for the words alone
     * @param without address of the list without it
     */
    record Chip(@Nullable String label, String labelKey, @Nullable String wordsKey, String words, String without) {}

    /** Every filter, with what is chosen. */
    List<Filter> offered(RecordSearch search) {
        return fields.of(search.kind()).stream().map(field -> filter(search, field)).toList();
    }

    private Filter filter(RecordSearch search, ListField field) {
        Wanted wanted = wanted(search, field);
        var words = words(search.kind(), field);
        Map<String, String> names = named(field, wanted.terms());
        wanted.terms().forEach(term -> words.putIfAbsent(term, names.getOrDefault(term, term)));
        String chosen = wanted.terms().isEmpty() ? "" : wanted.terms().getFirst();
        var options = words.entrySet().stream().map(word -> new Option(word.getKey(), word.getValue(), word.getKey().equals(chosen))).toList();
        FactDeclaration fact = field.fact();
        var more = new ArrayList<>(wanted.terms().stream().skip(1).toList());
        boolean named = !wanted.terms().isEmpty();
        if (named && wanted.known()) {
            more.add(ListReading.KNOWN);
        }
        if ((named || wanted.known()) && wanted.notKnown()) {
            more.add(ListReading.NOT_KNOWN);
        }
        return new Filter(field.parameter(), fact == null ? null : label(field), field.form(), options, more, field.form().isRange(),
                ListAddress.text(field, wanted.atLeast()), ListAddress.text(field, wanted.atMost()), field.least(), field.most(),
                field.form() != Form.CHOICE, wanted.known() && !named, wanted.notKnown() && !named && !wanted.known(), fields.isMain(search.kind(), field));
    }

    /** Short names say what their filter asks; the others by the label of the fact. */
    private static String label(ListField field) {
        FactDeclaration fact = field.fact();
        return fact == null ? "" : fact.label();
    }

    private static Wanted wanted(RecordSearch search, ListField field) {
        return search.wanted().stream().filter(wanted -> wanted.key().equals(field.key())).findFirst().orElse(Wanted.of(field.key(), List.of()));
    }

    private Map<String, String> words(Kind kind, ListField field) {
        var words = new LinkedHashMap<String, String>();
        FactDeclaration fact = field.fact();
        if (field.form() == Form.CHOICE && fact != null) {
            List<String> codes = fact.type() == FactType.BOOLEAN ? List.of("true", "false") : List.copyOf(fact.choices().keySet());
            codes.forEach(code -> words.put(code, Saying.term(fact, code)));
        } else if (field.form() == Form.CODE && fact != null) {
            occurring.of(kind, field.key()).stream().map(code -> Map.entry(code, Saying.term(fact, code))).sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                    .forEach(code -> words.put(code.getKey(), code.getValue()));
        } else if (field.form() == Form.REFERENCE && field.to() != null) {
            var page = lists.page(lists.prepare(RecordSearch.all(field.to())), null, MOST_NAMES, List.of());
            if (page.next() == null) {
                page.records().forEach(record -> words.put(record.name().slug(), record.name().name()));
            }
        }
        return words;
    }

    private Map<String, String> named(ListField field, List<String> slugs) {
        var names = new LinkedHashMap<String, String>();
        if (field.to() != null && !slugs.isEmpty()) {
            registry.named(field.to(), slugs).forEach((slug, record) -> names.put(slug, record.name()));
        } else if (field.fact() != null) {
            slugs.forEach(term -> names.put(term, Saying.term(field.fact(), term)));
        }
        return names;
    }

    /** The filters in use, in order. */
    List<Chip> chips(ListRequest request) {
        var chips = new ArrayList<Chip>();
        for (ListField field : fields.of(request.search().kind())) {
            Wanted wanted = wanted(request.search(), field);
            var names = named(field, wanted.terms());
            for (String term : wanted.terms()) {
                chips.add(chip(request, field, null, names.getOrDefault(term, term), wanted.without(term)));
            }
            if (wanted.known()) {
                chips.add(chip(request, field, "lists.known", "", wanted.withoutKnown()));
            }
            if (wanted.notKnown()) {
                chips.add(chip(request, field, "registry.not-known", "", wanted.withoutNotKnown()));
            }
            if (wanted.isRange()) {
                chips.add(range(request, field, wanted));
            }
        }
        return chips;
    }

    private Chip range(ListRequest request, ListField field, Wanted wanted) {
        boolean date = field.form() == Form.DATE;
        String least = end(field, wanted.atLeast());
        String most = end(field, wanted.atMost());
        String key = least.isEmpty() ? date ? "lists.until" : "lists.at-most" : most.isEmpty() ? date ? "lists.from" : "lists.at-least" : null;
        String words = least.isEmpty() || most.isEmpty() ? least + most : least.equals(most) ? least : least + " – " + most;
        return chip(request, field, key, words, wanted.withoutRange());
    }

    private static String end(ListField field, @Nullable Double end) {
        if (end == null) {
            return "";
        }
        if (field.form() == Form.DATE) {
            return FactWords.date(LocalDate.ofEpochDay(end.longValue()));
        }
        String unit = field.fact() == null || field.fact().unit() == null ? "" : " " + field.fact().unit();
        return FactWords.number(new BigDecimal(end.toString())) + unit;
    }

    private Chip chip(ListRequest request, ListField field, @Nullable String wordsKey, String words, Wanted without) {
        var others = request.search().wanted().stream().map(wanted -> wanted.key().equals(field.key()) ? without : wanted).toList();
        return new Chip(field.fact() == null ? null : label(field), "registry." + field.parameter(), wordsKey, words,
                address.of(request.with(request.search().with(others))));
    }
}

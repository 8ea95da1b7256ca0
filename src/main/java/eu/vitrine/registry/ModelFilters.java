package eu.vitrine.registry;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * The filters of the list of models, as parameters of its address. Every fact marked as filter whose values can be counted up is
 * one; those that people ask for most have a short name and stand first.
 */
@Component
class ModelFilters {

    private static final Map<String, String> SHORT = shortNames();
    private static final Set<String> MAIN = Set.of("provider", "country", "licence", "weights", "input");
    private static final Set<Kind> KINDS = Set.of(Kind.MODEL, Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE);
    /** More values of one filter than a person chooses; the rest is not compared. */
    private static final int MOST_VALUES = 20;

    private final ModelRegistry registry;
    private final Map<String, String> keyByParameter = new LinkedHashMap<>();
    private final Map<String, FactDeclaration> facts = new LinkedHashMap<>();

    ModelFilters(ModelRegistry registry, Vocabulary vocabulary) {
        this.registry = registry;
        SHORT.forEach((parameter, key) -> {
            keyByParameter.put(parameter, key);
            if (!ModelQuery.REFERENCES.containsKey(key)) {
                facts.put(key, vocabulary.get(key));
            }
        });
        for (FactDeclaration declared : vocabulary.facts()) {
            if (isOffered(declared) && facts.putIfAbsent(declared.id(), declared) == null) {
                keyByParameter.put(declared.id(), declared.id());
            }
        }
    }

    private static Map<String, String> shortNames() {
        var names = new LinkedHashMap<String, String>();
        names.put("provider", "provider");
        names.put("country", "provider.country");
        names.put("licence", "licence");
        names.put("weights", "model.openness.weights");
        names.put("input", "model.modalities.input");
        names.put("service", "service");
        return names;
    }

    private static boolean isOffered(FactDeclaration declared) {
        FactType type = declared.element() == null ? declared.type() : declared.element();
        boolean countable = type == FactType.BOOLEAN || type == FactType.COUNTRY || type == FactType.CHOICE;
        return declared.filter() && !declared.retired() && countable && KINDS.contains(declared.kind());
    }

    /** What an address asks for; parameters that are no filter, and empty values, are left out. */
    ModelSearch read(MultiValueMap<String, String> parameters, String text, int page) {
        var filters = new LinkedHashMap<String, List<String>>();
        keyByParameter.forEach((parameter, key) -> filters.put(key, parameters.getOrDefault(parameter, List.of()).stream()
                .filter(value -> !value.isBlank()).distinct().limit(MOST_VALUES).toList()));
        return new ModelSearch(text, filters, page);
    }

    /** The address of a search; equal searches have equal addresses. */
    String address(ModelSearch search) {
        var query = new ArrayList<String>();
        if (!search.text().isEmpty()) {
            query.add(pair("q", search.text()));
        }
        keyByParameter.forEach((parameter, key) ->
                search.filters().getOrDefault(key, List.of()).forEach(value -> query.add(pair(parameter, value))));
        if (search.page() > 1) {
            query.add(pair("page", Integer.toString(search.page())));
        }
        return query.isEmpty() ? "/models" : "/models?" + String.join("&", query);
    }

    private static String pair(String name, String value) {
        return name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * @param label what it asks, or null for one with words of its own
     * @param options the values that occur, by name
     * @param main whether it is among those asked for most
     */
    record Filter(String parameter, @Nullable String label, List<Option> options, boolean main) {

        public List<Option> chosen() {
            return options.stream().filter(Option::chosen).toList();
        }
    }

    /** @param without address of the search without this value; null where it is not chosen */
    record Option(String value, String words, boolean chosen, @Nullable String without) {}

    /** The filters with the values that occur, those of the search marked. */
    List<Filter> offered(ModelSearch search) {
        var terms = registry.termsOf(facts.keySet());
        var offered = new ArrayList<Filter>();
        keyByParameter.forEach((parameter, key) -> {
            FactDeclaration declared = facts.get(key);
            Map<String, String> words = declared == null ? names(key) : words(declared, terms.getOrDefault(key, List.of()));
            search.filters().getOrDefault(key, List.of()).forEach(value -> words.putIfAbsent(value, value));
            var options = words.entrySet().stream().map(word -> option(search, key, word.getKey(), word.getValue()))
                    .sorted(Comparator.comparing(Option::words, String.CASE_INSENSITIVE_ORDER)).toList();
            if (!options.isEmpty()) {
                offered.add(new Filter(parameter, declared == null ? null : declared.label(), options, MAIN.contains(parameter)));
            }
        });
        return offered;
    }

    private Map<String, String> names(String kind) {
        var names = new LinkedHashMap<String, String>();
        registry.all(Kind.of(kind).orElseThrow()).forEach(record -> names.put(record.slug(), record.name()));
        return names;
    }

    private static Map<String, String> words(FactDeclaration declared, List<String> terms) {
        var words = new LinkedHashMap<String, String>();
        terms.forEach(term -> words.put(term, Saying.term(declared, term)));
        return words;
    }

    private Option option(ModelSearch search, String key, String value, String words) {
        var chosen = search.filters().getOrDefault(key, List.of());
        if (!chosen.contains(value)) {
            return new Option(value, words, false, null);
        }
        var filters = new LinkedHashMap<>(search.filters());
        filters.put(key, chosen.stream().filter(other -> !other.equals(value)).toList());
        return new Option(value, words, true, address(new ModelSearch(search.text(), filters, 1)));
    }
}

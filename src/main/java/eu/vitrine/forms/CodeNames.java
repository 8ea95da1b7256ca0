package eu.vitrine.forms;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactType;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Codes of countries and languages by their names in the reader's language. A record holds the code; a person reads and types the
 * name, and may type the code as well.
 *
 * @param choices in the order of the names
 */
record CodeNames(List<Question.Choice> choices, Map<String, String> names, Map<String, String> codes) {

    /** Ways of writing or speaking a language that providers name apart. */
    private static final List<String> VARIANTS = List.of("zh-Hans", "zh-Hant", "pt-BR", "sr-Latn", "sr-Cyrl");
    /** What a list of countries may hold for all of theirs. */
    private static final Map<String, String> UNIONS = new TreeMap<>(Map.of("EU", "European Union", "EEA", "European Economic Area"));

    private static final Map<String, CodeNames> KNOWN = new ConcurrentHashMap<>();

    /** @param type country or language */
    static CodeNames of(FactType type, Locale locale) {
        return KNOWN.computeIfAbsent(type + " " + locale.toLanguageTag(), key -> type == FactType.COUNTRY ? countries(locale) : languages(locale));
    }

    /** In the language of the reader. */
    static CodeNames of(FactType type) {
        return of(type, LocaleContextHolder.getLocale());
    }

    static boolean concern(@Nullable FactType type) {
        return type == FactType.COUNTRY || type == FactType.LANGUAGE;
    }

    private static CodeNames countries(Locale locale) {
        return of(Codes.countries().stream().map(code -> new Question.Choice(code, Locale.of("", code).getDisplayCountry(locale))), locale)
                .with(UNIONS);
    }

    private static CodeNames languages(Locale locale) {
        return of(Stream.concat(Arrays.stream(Locale.getISOLanguages()).filter(code -> code.length() == 2), VARIANTS.stream())
                .map(code -> new Question.Choice(code, Locale.forLanguageTag(code).getDisplayName(locale))), locale);
    }

    private static CodeNames of(Stream<Question.Choice> all, Locale locale) {
        List<Question.Choice> sorted = all.sorted(Comparator.comparing(Question.Choice::words, Collator.getInstance(locale))).toList();
        var names = new HashMap<String, String>();
        var codes = new HashMap<String, String>();
        // Of two codes with one name only the first is read by it; the other keeps its code, so that nothing turns into another.
        sorted.stream().filter(one -> codes.putIfAbsent(one.words().toLowerCase(Locale.ROOT), one.code()) == null)
                .forEach(one -> names.put(one.code(), one.words()));
        return new CodeNames(sorted, names, codes);
    }

    private CodeNames with(Map<String, String> more) {
        more.forEach((code, name) -> {
            names.put(code, name);
            codes.put(name.toLowerCase(Locale.ROOT), code);
        });
        return this;
    }

    /** What a list may hold: the unions first, then one by one. */
    List<Question.Choice> listed() {
        return Stream.concat(UNIONS.keySet().stream().filter(names::containsKey).map(code -> new Question.Choice(code, name(code))), choices.stream()).toList();
    }

    /** The name of a code, or the code itself where it has none. */
    String name(String code) {
        return names.getOrDefault(code, code);
    }

    private boolean isCode(String typed) {
        return names.containsKey(typed) || choices.stream().anyMatch(one -> one.code().equals(typed));
    }

    /** The code of what was typed: a code in any case, or a name; else what was typed, for the reader to refuse. */
    String code(String typed) {
        String upper = typed.toUpperCase(Locale.ROOT);
        String lower = typed.toLowerCase(Locale.ROOT);
        return isCode(typed) ? typed : codes.containsKey(lower) ? codes.get(lower) : isCode(upper) ? upper
                : isCode(lower) ? lower : typed;
    }
}

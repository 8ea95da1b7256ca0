package eu.vitrine.facts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How short names, addresses and codes are written wherever a record holds one, and what the codes stand for in English. */
public final class Codes {

    /** The short name of a record, as a regular expression for all of it. */
    public static final String SLUG = "[A-Za-z0-9][A-Za-z0-9._-]{0,199}";
    /** An address on the web; other schemes are refused, so that a page may link to it. */
    public static final String ADDRESS = "https?://[^/\\s]\\S*";
    /** A language tag (BCP 47) that begins with a code of ISO 639, such as {@code de} or {@code zh-Hant}. */
    public static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    private static final Pattern SLUGS = Pattern.compile(SLUG);
    private static final Pattern ADDRESSES = Pattern.compile(ADDRESS);
    private static final Pattern LANGUAGES = Pattern.compile(LANGUAGE);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> UNIONS = Set.of("EU", "EEA");

    private static final int LONGEST_PROPOSED = 100;

    private Codes() {}

    public static boolean isSlug(String text) {
        return SLUGS.matcher(text).matches();
    }

    public static boolean isAddress(String text) {
        return ADDRESSES.matcher(text).matches();
    }

    public static boolean isLanguage(String text) {
        return LANGUAGES.matcher(text).matches();
    }

    /** Whether this is a code of ISO 3166-1, in capital letters. */
    public static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    /** Whether this is a country, or a union of countries as a list of territories may name it: EU or EEA. */
    public static boolean isTerritory(String text) {
        return isCountry(text) || UNIONS.contains(text);
    }

    /** A short name made of a text: lower-case letters, digits, points and hyphens; null when nothing of the text can stand in one. */
    public static @Nullable String slug(String text) {
        String start = text.length() > 4 * LONGEST_PROPOSED ? text.substring(0, 4 * LONGEST_PROPOSED) : text;
        String slug = Normalizer.normalize(start, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9.]+", "-").replaceAll("-*\\.[.-]*", ".").replaceAll("^[.-]+|[.-]+$", "");
        String cut = slug.length() > LONGEST_PROPOSED ? slug.substring(0, LONGEST_PROPOSED).replaceAll("[.-]+$", "") : slug;
        return cut.isEmpty() ? null : cut;
    }

    /** All codes of ISO 3166-1, in no order. */
    public static Set<String> countries() {
        return COUNTRIES;
    }

    /** The country of a code, or the code itself where it names none. */
    public static String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    /** The language of a tag, or the tag itself where it names none. */
    public static String language(String tag) {
        String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? tag : name;
    }
}

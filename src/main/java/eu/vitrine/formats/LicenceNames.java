package eu.vitrine.formats;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds short name and identifier of a licence that a file names. Of a licence on board only the name is used; what its text
 * says is never copied into a record by an import.
 */
final class LicenceNames {

    /** Identifiers of SPDX that are also identifiers of the Hugging Face Hub, where they stand in lower case. */
    private static final Map<String, String> SPDX = Arrays.stream((
            "Apache-2.0 MIT AFL-3.0 Artistic-2.0 BSL-1.0 BSD-2-Clause BSD-3-Clause BSD-3-Clause-Clear CC0-1.0 CC-BY-2.0 CC-BY-2.5"
            + " CC-BY-3.0 CC-BY-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-BY-NC-2.0 CC-BY-NC-3.0 CC-BY-NC-4.0 CC-BY-ND-4.0 CC-BY-NC-ND-3.0"
            + " CC-BY-NC-ND-4.0 CC-BY-NC-SA-2.0 CC-BY-NC-SA-3.0 CC-BY-NC-SA-4.0 CDLA-Sharing-1.0 CDLA-Permissive-1.0 CDLA-Permissive-2.0"
            + " WTFPL ECL-2.0 EPL-1.0 EPL-2.0 EUPL-1.1 EUPL-1.2 AGPL-3.0 GFDL-1.3 GPL-2.0 GPL-3.0 LGPL-2.1 LGPL-3.0 ISC MS-PL MPL-2.0"
            + " ODC-By-1.0 ODbL-1.0 OFL-1.1 OSL-3.0 PostgreSQL NCSA Unlicense Zlib").split(" "))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id));
    /** Identifiers of the Hub that name one text on board under a shorter name. */
    private static final Map<String, String> SHORT = Map.of(
            "llama2", "llama-2-community", "llama3.1", "llama-3-1-community", "llama4", "llama-4-community", "odc-by", "odc-by-1-0");
    private static final Set<String> FILLERS = Set.of("license", "licence", "agreement", "the", "version", "licenseref");
    private static final Set<String> NO_LICENCE = Set.of(
            "unlicensed", "proprietary", "not released", "closed", "closed source", "other", "no license", "no licence", "custom",
            "commercial", "all rights reserved");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,59}");
    private static final String PREFIX = "LicenseRef-";

    private final Map<String, Named> onBoard = new HashMap<>();
    private final Map<String, Named> bySlug = new HashMap<>();

    /**
     * A licence as a file names it.
     *
     * @param slug short name; that of the text on board where the identifier names one
     * @param id identifier of SPDX, or {@code LicenseRef-} and a name
     * @param onBoard whether its text is on board
     */
    record Named(String slug, String id, boolean onBoard) {}

    LicenceNames(LicenceBook book) {
        for (LicenceBook.Text text : book.texts()) {
            if (text.clauses().get("licence.id").claim().value() instanceof FactValue.Text id) {
                Named named = new Named(text.slug(), id.value(), true);
                onBoard.putIfAbsent(squeezed(id.value()), named);
                bySlug.put(text.slug(), named);
            }
        }
    }

    /** Whether this says that there is no licence, or only that there is some. */
    static boolean namesNone(String name) {
        return Wording.isPlaceholder(name) || NO_LICENCE.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    /** The licence with this identifier of the Hub, or null when the identifier cannot be one. */
    @Nullable Named ofHub(String identifier) {
        String lower = identifier.strip().toLowerCase(Locale.ROOT);
        Named brief = bySlug.get(SHORT.getOrDefault(lower, ""));
        if (brief != null) {
            return brief;
        }
        String spdx = SPDX.get(lower);
        return spdx == null ? known(identifier, custom(identifier)) : known(spdx, spdx);
    }

    /** The licence that a list of SPDX identifiers was used for; words of another kind become a name of our own. */
    @Nullable Named identified(String name) {
        String bare = name.strip();
        String spdx = SPDX.get(bare.toLowerCase(Locale.ROOT));
        return known(bare, spdx != null ? spdx : IDENTIFIER.matcher(bare).matches() ? bare : custom(bare));
    }

    /** The licence that somebody names in words; an identifier of SPDX only where it is one of the common ones. */
    @Nullable Named inWords(String name) {
        String bare = name.strip();
        String spdx = SPDX.get(bare.toLowerCase(Locale.ROOT));
        return known(bare, spdx != null ? spdx : custom(bare));
    }

    private @Nullable Named known(String name, @Nullable String id) {
        Named found = onBoard.get(squeezed(name));
        if (found != null || id == null) {
            return found;
        }
        String slug = Codes.slug(id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id);
        return slug == null ? null : new Named(slug.replace('.', '-'), id, false);
    }

    private static @Nullable String custom(String name) {
        String bare = name.strip();
        String cut = bare.length() > 60 ? bare.substring(0, 60) : bare;
        String clean = cut.replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return clean.isEmpty() ? null : clean.startsWith(PREFIX) ? clean : PREFIX + clean;
    }

    /** Letters and digits that tell licences apart, so that "Apache License 2.0" and "apache-2.0" are one. */
    private static String squeezed(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).filter(word -> !FILLERS.contains(word))
                .collect(Collectors.joining());
    }
}

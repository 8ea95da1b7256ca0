package eu.vitrine.assessment;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact as one line of a page.
 *
 * @param words value or state, for people
 */
public record FactLine(FactDeclaration declaration, Fact fact, String words) {

    /** The fact of this id. */
    public static FactLine of(Vocabulary vocabulary, Facts facts, String id) {
        FactDeclaration declaration = vocabulary.get(id);
        Fact fact = facts.get(id);
        return new FactLine(declaration, fact, words(declaration, fact));
    }

    static List<FactLine> of(Vocabulary vocabulary, Facts facts, Collection<String> ids) {
        return ids.stream().map(id -> of(vocabulary, facts, id)).toList();
    }

    /** Countries by name, everything else as the one place that words facts says it. */
    private static String words(FactDeclaration declaration, Fact fact) {
        return switch (fact.claim().value()) {
            case FactValue.Text text when declaration.type() == FactType.COUNTRY -> Codes.country(text.value());
            case FactValue.Items items when declaration.element() == FactType.COUNTRY && !items.values().isEmpty() ->
                String.join(", ", items.values().stream().map(Codes::country).toList());
            case null, default -> FactWords.of(declaration, fact);
        };
    }

    public String id() {
        return declaration.id();
    }

    public String label() {
        return declaration.label();
    }

    /** Whether anything at all is recorded. */
    public boolean isRecorded() {
        return fact.state() != State.UNKNOWN;
    }

    /** Date of the source in words, or null. */
    public @Nullable String day() {
        return fact.claim().asOf() == null ? null : FactWords.day(fact.claim().asOf());
    }

    /** Where it is said, if that is an address that a page may link to. */
    public @Nullable String link() {
        return safe(fact.claim().sourceUrl());
    }

    /** An address as a link: only http and https; null for anything else. */
    static @Nullable String safe(@Nullable String address) {
        return Optional.ofNullable(address).map(FactLine::uri).filter(uri -> uri.getScheme() != null)
                .filter(uri -> List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT)))
                .map(URI::toString).orElse(null);
    }

    /** The host of the address, which names a source well enough beside a link; the whole text where there is none. */
    static @Nullable String host(@Nullable String address) {
        URI uri = address == null ? null : uri(address);
        String host = uri == null ? null : uri.getHost();
        return host == null ? address : host.startsWith("www.") ? host.substring(4) : host;
    }

    /** The source by its host, or null where there is none. */
    public @Nullable String source() {
        return host(fact.claim().sourceUrl());
    }

    private static @Nullable URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null; // shown as text
        }
    }
}

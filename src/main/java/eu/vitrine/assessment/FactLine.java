package eu.vitrine.assessment;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
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

    static FactLine of(Vocabulary vocabulary, Facts facts, String id) {
        FactDeclaration declaration = vocabulary.get(id);
        Fact fact = facts.get(id);
        return new FactLine(declaration, fact, FactWords.of(declaration, fact));
    }

    static List<FactLine> of(Vocabulary vocabulary, Facts facts, Collection<String> ids) {
        return ids.stream().map(id -> of(vocabulary, facts, id)).toList();
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

    private static @Nullable URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null; // shown as text
        }
    }
}

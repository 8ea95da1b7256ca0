package eu.vitrine.formats;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who made a model, by its bill of materials. The maker comes first, then who published it, then who supplied it, for a
 * supplier may only pass on what others made; where they differ, all are kept beside the first.
 */
final class BomProvider {

    private static final String BRAND = "provider.brand";

    /** Keys that are read, or say nothing but which element of the file this is. */
    private static final Set<String> SAID = Set.of("name", "address", "bom-ref", "type", "@type", "spdxId", "@id", "creationInfo");

    private final BomDraft draft;

    BomProvider(BomDraft draft) {
        this.draft = draft;
    }

    /** Reads these parties, each an object with a name or a name alone, in the order in which they count. */
    void read(@Nullable BomNode... parties) {
        Map<String, BomNode> named = new LinkedHashMap<>();
        for (BomNode party : Arrays.stream(parties).filter(java.util.Objects::nonNull).toList()) {
            BomNode at = party.text() != null ? party : party.get("name");
            String name = draft.name(at, BRAND);
            if (name == null || at == null) {
                continue;
            }
            if (named.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                named.put(name, party);
                state(name, party, at, named.size() == 1);
            }
        }
    }

    private void state(String name, BomNode party, BomNode at, boolean first) {
        String field = party.path().substring(party.path().lastIndexOf('.') + 1);
        if (first) {
            String slug = Codes.slug(name);
            draft.part(Kind.PROVIDER, slug == null ? "provider" : slug.replace('.', '-'));
        }
        draft.derived(Kind.PROVIDER, null, BRAND, new FactValue.Text(name), at, "named as " + field
                + (field.equals("supplier") ? ", who may pass on what others made" : ""));
        BomNode country = party.at("address", "country");
        String code = draft.said(country, "provider.country");
        if (first && code != null && country != null) {
            if (Codes.isCountry(code)) {
                draft.derived(Kind.PROVIDER, null, "provider.country", new FactValue.Text(code), country, null);
            } else {
                draft.notAFact(country, "provider.country", "This is no country code of two capital letters.");
            }
        }
        draft.unused(party, SAID);
    }
}

package eu.vitrine.formats;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By what a model can be told from every other: the name of its repository on a hub, and its package URL, both without a version.
 * The address of a model card is no such thing, because families share one.
 */
public final class ModelIdentity {

    private static final String HUB = "pkg:huggingface/";

    private ModelIdentity() {}

    /** What these facts of a model, chosen or further, state; in lower case. A package of the hub stands for its repository too. */
    public static Set<String> of(Facts model) {
        Set<String> found = new LinkedHashSet<>();
        texts(model, "model.identifiers.hub_id").forEach(text -> {
            HubName name = HubName.ofText(text.replaceFirst("@.*$", ""));
            if (name != null) {
                found.add(name.text().toLowerCase(Locale.ROOT));
                found.add(HUB + name.text().toLowerCase(Locale.ROOT));
            }
        });
        texts(model, "model.identifiers.purl").map(text -> text.strip().toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "").replaceFirst("@[^/]*$", ""))
                .filter(purl -> purl.startsWith("pkg:") && purl.indexOf('/') > 0).forEach(purl -> {
                    found.add(purl);
                    if (purl.startsWith(HUB)) {
                        found.add(purl.substring(HUB.length()));
                    }
                });
        return found;
    }

    private static Stream<String> texts(Facts model, String fact) {
        var stated = model.get(fact);
        List<Claim> claims = Stream.concat(Stream.of(stated.claim()), stated.also().stream()).toList();
        return claims.stream().map(Claim::value).filter(FactValue.Text.class::isInstance).map(value -> ((FactValue.Text) value).value());
    }
}

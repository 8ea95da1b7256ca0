package eu.vitrine.dossier;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Classification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the models inside a service, and what is not. */
final class Embedded {

    private final Texts texts;
    private final DossierContent content;

    Embedded(Texts texts, DossierContent content) {
        this.texts = texts;
        this.content = content;
    }

    /** The classification of what is inside; null where no service is in play. */
    static @Nullable Classification of(DossierContent content) {
        boolean service = content.subject().stated().contains(Kind.SERVICE)
                || content.subject().facts().get(Names.USE_SERVICE).claim().value() != null;
        return service ? content.evaluation().classifications().get(Names.EMBEDDED) : null;
    }

    @Nullable Fields fields() {
        Classification one = of(content);
        if (one == null) {
            return null;
        }
        List<String> known = models().stream().filter(this::wasRead).map(slug -> content.nameOf(Kind.MODEL, slug)).toList();
        List<String> named = models().stream().filter(slug -> !wasRead(slug)).toList();
        return new Fields()
                .with("value", new AnswerWords(texts).value(Names.EMBEDDED, one.value()))
                .with("why", Reasons.full(one.why()))
                .with("known", known.isEmpty() ? texts.of("embedded.known.none")
                        : texts.of(one.value().equals("ONE") ? "embedded.known.whole" : one.value().equals("SEVERAL") ? "embedded.known.agreed"
                                : "embedded.known.part", "models", String.join("; ", known)))
                .with("named", named.isEmpty() ? null : texts.of("embedded.named", "models", String.join("; ", named)))
                .with("unknown", one.isOpen() ? texts.of("embedded.unknown") : null)
                .with("review", one.review());
    }

    private List<String> models() {
        return content.subject().facts().get(Names.EMBEDS).claim().value() instanceof FactValue.Items items ? items.values() : List.of();
    }

    private boolean wasRead(String slug) {
        return content.beside().stream().anyMatch(one -> one.slug().equals(slug) && one.stated().contains(Kind.MODEL))
                || content.subject().slug().equals(slug) && content.subject().stated().contains(Kind.MODEL);
    }
}

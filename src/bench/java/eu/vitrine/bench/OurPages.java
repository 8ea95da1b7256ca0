package eu.vitrine.bench;

import eu.vitrine.typeset.DocumentInfo;
import eu.vitrine.typeset.Theme;
import eu.vitrine.typeset.Typesetter;
import java.time.Instant;
import java.util.List;

/** Pages by the typesetter of the product, with the theme of its dossiers. */
final class OurPages implements Press.Ready {

    private final Typesetter typesetter = Typesetter.with(Theme.parse(Press.theme(), "theme.css"));
    private final DocumentInfo info = DocumentInfo.english("Dossiers", Instant.EPOCH);

    @Override
    public byte[] pdf(String xhtml) {
        return typesetter.typeset(xhtml, info, List.of());
    }
}

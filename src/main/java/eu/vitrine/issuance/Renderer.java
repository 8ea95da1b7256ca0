package eu.vitrine.issuance;

import eu.vitrine.dossier.DossierRenderer;
import org.springframework.stereotype.Component;

/** Makes the renderer when it is first asked for, because it reads fonts. */
@Component
class Renderer {

    private static final class Made {
        static final DossierRenderer RENDERER = DossierRenderer.shipped();
    }

    DossierRenderer current() {
        return Made.RENDERER;
    }
}

package eu.vitrine.dossier;

/** The text of a dossier before it is typeset, so that several typesetters can be given the same one. */
public final class DossierMarkup {

    private static final Templates TEMPLATES = Templates.shipped();

    private DossierMarkup() {}

    /** The XHTML that {@link DossierRenderer} would typeset for this content. */
    public static String of(DossierContent content) {
        return TEMPLATES.fill(new DossierModel(Texts.english(), content, "0".repeat(64)).fields());
    }
}

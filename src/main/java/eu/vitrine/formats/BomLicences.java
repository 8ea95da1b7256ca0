package eu.vitrine.formats;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the licences that a bill of materials names for a model into its record. */
final class BomLicences {

    private static final String ID = "licence.id";
    private static final String ARTEFACTS = "licence.artefacts";

    private final BomDraft draft;
    private final LicenceNames names;

    BomLicences(BomDraft draft, LicenceNames names) {
        this.draft = draft;
        this.names = names;
    }

    /**
     * A licence of the model.
     *
     * @param url where its text stands, or null
     * @param listed whether it is named by its SPDX identifier, and not in words
     * @param only whether it is the only one that the file names for the model
     */
    void named(BomNode at, @Nullable BomNode url, boolean listed, boolean only) {
        String name = at.text();
        if (name == null) {
            draft.leftOut(at, ID, "A licence has an identifier or a name.");
            return;
        }
        String slug = draft.own().licence(name);
        if (slug == null) {
            boolean nothing = BomWords.saysNothing(name) || LicenceNames.namesNone(name) || Wording.unfit(name) != null;
            LicenceNames.Named licence = nothing ? null : listed ? names.identified(name) : names.inWords(name);
            if (licence == null) {
                draft.notAFact(at, ID, "This names no licence.");
                return;
            }
            slug = licence.slug();
            draft.field(Kind.LICENCE, slug, ID, new FactValue.Text(licence.id()), at,
                    licence.id().equals(name) ? null : "named " + Wording.quoted(name) + " in the file");
        }
        draft.part(Kind.LICENCE, slug);
        if (only) {
            draft.derived(Kind.LICENCE, slug, ARTEFACTS, new FactValue.Items(List.of("weights")), at, "the only licence that the file names for the model");
        }
        address(slug, url);
    }

    private void address(String slug, @Nullable BomNode url) {
        String text = draft.said(url, "licence.url");
        if (text != null && url != null) {
            if (Wording.isAddress(text)) {
                draft.field(Kind.LICENCE, slug, "licence.url", new FactValue.Text(text), url, null);
            } else {
                draft.leftOut(url, "licence.url", "This is no address that begins with https:// or http://.");
            }
        }
    }

    /** Licences combined in an expression; which of them covers the weights is then for a person to say. */
    void expression(BomNode at, boolean only) {
        String expression = at.text();
        List<String> ids = expression == null ? List.of() : BomWords.licences(expression);
        if (ids.size() <= 1) {
            named(at, null, true, only);
            return;
        }
        draft.notAFact(at, ARTEFACTS, "The licences are combined; which of them holds for what, a person must say.");
        for (String id : ids) {
            named(new BomNode(new eu.vitrine.facts.Located.Scalar(
                    at.located().file(), at.located().line(), at.located().column(), id, id), at.path()), null, true, false);
        }
    }

    /** Remarks that several licences are named and not what each covers. */
    void several(BomNode at) {
        draft.notAFact(at, ARTEFACTS, "The file names several licences and not what each covers.");
    }
}

package eu.vitrine.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;

/**
 * A node of the logical structure: what a passage is (ISO 32000-1, 14.8). A tag holds either marked content or other tags,
 * never both, because OpenPDF cannot write such a mixture.
 */
final class Tag {

    private final String role;
    private final List<Tag> kids = new ArrayList<>();
    private final PdfDictionary entries = new PdfDictionary();
    private @Nullable PdfDictionary attributes;
    private @Nullable PdfStructureElement placed;

    Tag(String role) {
        this.role = role;
    }

    Tag child(String kidRole) {
        Tag kid = new Tag(kidRole);
        kids.add(kid);
        return kid;
    }

    String role() {
        return role;
    }

    Tag lang(@Nullable String tag) {
        if (tag != null) {
            entries.put(PdfName.LANG, new PdfString(tag));
        }
        return this;
    }

    Tag alt(String text) {
        entries.put(PdfName.ALT, new PdfString(text, PdfObject.TEXT_UNICODE));
        return this;
    }

    Tag scope(String name) {
        return attribute("Table", "Scope", new PdfName(name));
    }

    Tag columns(int span) {
        return span == 1 ? this : attribute("Table", "ColSpan", new PdfNumber(span));
    }

    Tag numbering(String name) {
        return attribute("List", "ListNumbering", new PdfName(name));
    }

    /** The area of a figure on its page, in PDF coordinates. */
    void boundingBox(double left, double bottom, double right, double top) {
        PdfArray box = new PdfArray(new float[] {(float) left, (float) bottom, (float) right, (float) top});
        attribute("Layout", "BBox", box);
        if (placed != null && attributes != null) {
            placed.put(PdfName.A, attributes);
        }
    }

    private Tag attribute(String owner, String key, PdfObject value) {
        PdfDictionary all = attributes;
        if (all == null) {
            all = new PdfDictionary();
            all.put(PdfName.O, new PdfName(owner));
            attributes = all;
        }
        all.put(new PdfName(key), value);
        return this;
    }

    /** Writes this tag and all below it into the structure tree, in reading order. */
    void place(PdfStructureElement parent) {
        fill(new PdfStructureElement(parent, new PdfName(role)));
    }

    void fill(PdfStructureElement element) {
        placed = element;
        element.mergeDifferent(entries);
        if (attributes != null) {
            element.put(PdfName.A, attributes);
        }
        kids.forEach(kid -> kid.place(element));
    }

    PdfStructureElement element() {
        if (placed == null) {
            throw new IllegalStateException("the tag " + role + " is not placed yet");
        }
        return placed;
    }
}

package eu.vitrine.typeset;

import java.util.List;

/**
 * Lays out tagged PDF. Immutable and safe for many threads; painting itself is serialised, layout is not.
 */
public final class Typesetter {

    private final Theme theme;

    private Typesetter(Theme theme) {
        this.theme = theme;
    }

    /** A typesetter whose documents look as the theme says. */
    public static Typesetter with(Theme theme) {
        return new Typesetter(theme);
    }

    /**
     * Lays out a text as PDF/A-3a and PDF/UA-1. Equal arguments give equal bytes on the same Java runtime.
     *
     * @param xhtml well-formed XHTML of the subset in {@code docs/dossier-css.md}
     * @param attachments files to carry inside, in this order
     * @return the whole file
     * @throws IllegalArgumentException if two attachments share a name
     * @throws MarkupNotUnderstood if the text is not of the subset
     * @throws CharacterNotCovered if no font on board shows a character
     */
    public byte[] typeset(String xhtml, DocumentInfo info, List<Attachment> attachments) {
        if (attachments.stream().map(Attachment::name).distinct().count() < attachments.size()) {
            throw new IllegalArgumentException("two attachments have the same name");
        }
        LaidOut document = layOut(xhtml, info);
        return PdfFile.write(document, info, attachments, Identity.of(theme, xhtml, info, attachments));
    }

    LaidOut layOut(String xhtml, DocumentInfo info) {
        Markup.Element root = MarkupReader.read(xhtml);
        Landmarks landmarks = Landmarks.of(root);
        Markup.Element body = root.is("body")
                ? root
                : root.elements().stream()
                        .filter(child -> child.is("body"))
                        .findFirst()
                        .orElseThrow(() -> root.refused("holds no body"));
        Cascade cascade = new Cascade(theme, body.classes());
        PageStyle sheet = theme.page();
        Tag document = new Tag("Document").lang(root.attribute("lang")).lang(body.attribute("lang"));
        Flow flow = new Flow();
        new BlockLayout(cascade, landmarks, info, sheet)
                .inside(body, cascade.body(), new Place(flow, 0, sheet.contentWidth(), document));
        List<Page> pages = Paginator.pages(flow.finished(), sheet.contentHeight());
        if (pages.isEmpty()) {
            throw body.refused("is empty, and a document needs a page");
        }
        Running running = Running.of(theme, cascade.body().style());
        return new LaidOut(sheet, pages, document, landmarks.headings(), PageNumbers.of(pages, sheet), running);
    }
}

package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Sha256;
import eu.vitrine.typeset.Attachment;
import eu.vitrine.typeset.DocumentInfo;
import eu.vitrine.typeset.Theme;
import eu.vitrine.typeset.Typesetter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Renders dossiers. Immutable, and safe for many threads. */
public final class DossierRenderer {

    private static final String THEME = "/templates/dossier/theme.css";

    private static final int LONGEST_NAME = 120;

    private final Texts texts;
    private final Templates templates;
    private final Typesetter typesetter;

    private DossierRenderer(Texts texts, Templates templates, Typesetter typesetter) {
        this.texts = texts;
        this.templates = templates;
        this.typesetter = typesetter;
    }

    /** A renderer with the templates and the theme that ship with the product. */
    public static DossierRenderer shipped() {
        return new DossierRenderer(Texts.english(), Templates.shipped(), Typesetter.with(Theme.parse(theme(), "theme.css")));
    }

    private static String theme() {
        try (InputStream in = DossierRenderer.class.getResourceAsStream(THEME)) {
            if (in == null) {
                throw new IllegalStateException(THEME + " is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renders a dossier as PDF/A-3a and PDF/UA-1, with the records inside as {@code <slug>.json} and, where their review is
     * known, the findings of others as {@code <slug>-findings.json}. Equal content gives equal bytes
     * with the same release on the same Java runtime, whatever the time, zone, locale or thread.
     *
     * @throws eu.vitrine.typeset.CharacterNotCovered if no font on board shows a character of the content
     */
    public byte[] render(DossierContent content) {
        Names.check(content.vocabulary());
        byte[] record = content.record();
        String digest = Sha256.of(record);
        DossierModel model = new DossierModel(texts, content, digest);
        String xhtml = templates.fill(model.fields());
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(attachment(model.attachment(), "attachment", record));
        List<String> others = model.otherAttachments();
        for (int i = 0; i < others.size(); i++) {
            attachments.add(attachment(others.get(i), "attachment.beside", content.beside().get(i).record()));
        }
        byte[] findings = content.observed().kept();
        if (findings != null) {
            attachments.add(attachment(model.findingsAttachment(), "attachment.findings", findings));
        }
        return typesetter.typeset(xhtml, info(content, digest), attachments);
    }

    private Attachment attachment(String name, String description, byte[] json) {
        return new Attachment(name, "application/json", texts.of(description), Attachment.Relationship.SOURCE, json);
    }

    private DocumentInfo info(DossierContent content, String digest) {
        String name = shortened(content.evaluation().name());
        String issued = FactWords.date(content.issue().issued().atZone(ZoneOffset.UTC).toLocalDate());
        About about = About.of(content.subject());
        return new DocumentInfo(
                texts.of(about, "document.title", "name", name), "en", "", texts.of(about, "document.subject", "name", name),
                texts.of("document.producer", "version", content.issue().product()), content.issue().issued(),
                content.issue().decided() == null ? texts.of(about, "document.header", "name", name) : texts.of("document.header.decided", "name", name), texts.of("document.footer", "day", issued, "digest", digest.substring(0, 16)),
                texts.of("document.page", "page", "{page}", "pages", "{pages}"),
                texts.of("document.reference", "page", "{page}"), texts.of("document.contents"));
    }

    /** The cover gives the name in full; title and running header have room for a line. */
    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}

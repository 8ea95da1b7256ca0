package eu.vitrine.bench;

import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of a paragraph or cell as OpenPDF's phrase. */
final class Inline {

    private static final float LEADING = 1.45f;
    private static final float SMALL = 0.88f;
    private static final Map<Look, Font> FONTS = new HashMap<>();

    private record Look(Noto face, float size) {

        Look in(Element element) {
            return switch (element.getTagName()) {
                case "strong" -> new Look(face == Noto.SANS_ITALIC ? Noto.SANS_BOLD_ITALIC : Noto.SANS_BOLD, size);
                case "em" -> new Look(face == Noto.SANS_BOLD ? Noto.SANS_BOLD_ITALIC : Noto.SANS_ITALIC, size);
                case "code" -> new Look(Noto.MONO, size * SMALL);
                case "small" -> new Look(face, size * SMALL);
                default -> this;
            };
        }

        Font font() {
            return FONTS.computeIfAbsent(this, look -> new Font(look.face.font(), look.size));
        }
    }

    private Inline() {}

    static Phrase of(Element element, String before) {
        Look look = look(element);
        Phrase phrase = new Phrase(look.size() * LEADING);
        if (!before.isEmpty()) {
            phrase.add(new Chunk(before, look.font()));
        }
        gather(element, look, phrase);
        return phrase;
    }

    private static Look look(Element element) {
        return switch (element.getTagName()) {
            case "h1" -> new Look(Noto.SERIF, 19);
            case "h2" -> new Look(Noto.SERIF, 13.2f);
            case "h3", "h4" -> new Look(Noto.SANS_BOLD, 9.9f);
            case "th" -> new Look(element.getParentNode().getParentNode().getNodeName().equals("thead") ? Noto.SANS_BOLD : Noto.SANS, 8.2f);
            case "td", "dt", "dd" -> new Look(Noto.SANS, 8.7f);
            default -> new Look(Noto.SANS, inCell(element) ? 8.7f : 9.6f);
        };
    }

    private static boolean inCell(Element element) {
        String parent = element.getParentNode().getNodeName();
        return parent.equals("td") || parent.equals("th") || parent.equals("dd");
    }

    private static void gather(Element element, Look look, Phrase phrase) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                if (inner.getTagName().equals("br")) {
                    phrase.add(Chunk.NEWLINE);
                } else {
                    gather(inner, look.in(inner), phrase);
                }
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                phrase.add(new Chunk(child.getNodeValue().replaceAll("\\s+", " "), look.font()));
            }
        }
    }
}

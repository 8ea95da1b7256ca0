package eu.vitrine.bench;

import java.io.ByteArrayOutputStream;
import org.openpdf.pdf.ITextFontResolver;
import org.openpdf.pdf.ITextRenderer;

/**
 * Pages by openpdf-html, with the theme of the dossiers as far as it is CSS. What it does not know is taken out, so that it loses no time over
 * warnings, and its tables repeat their heads. It is given a parsed document, because reading XHTML as HTML would cost it more.
 */
final class HtmlPages implements Press.Ready {

    private final ITextFontResolver fonts = new ITextFontResolver();
    private final String head;

    HtmlPages() {
        for (Noto noto : Noto.values()) {
            fonts.addFont(noto.font(), noto.resource(), family(noto));
        }
        head = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Dossiers</title><style>" + style() + "</style></head>";
    }

    private static String family(Noto noto) {
        return switch (noto) {
            case SERIF, SERIF_BOLD -> "Noto Serif";
            case MONO -> "Noto Mono";
            default -> "Noto Sans";
        };
    }

    private static String style() {
        return Press.theme()
                .replaceAll("(?s)@page cover \\{.*?\\}\\s*\\}", "")
                .replaceAll("(keep-with-next|leader-color): [^;]*;", "")
                .replaceAll("display: row;", "")
                .replaceAll("margin-top: auto;", "")
                .replace("font-family: sans;", "font-family: 'Noto Sans';")
                .replace("font-family: serif;", "font-family: 'Noto Serif';")
                .replace("font-family: mono;", "font-family: 'Noto Mono';")
                .replace("\"{header}\"", "\"Dossiers\"").replace("\"{footer}\"", "\"\"")
                .replace("\"{label}\"", "\"Page \" counter(page) \" of \" counter(pages)")
                + "body { margin: 0 } table { -fs-table-paginate: paginate; width: 100%; border-collapse: collapse }"
                + " tr { page-break-inside: avoid } th { text-align: left }";
    }

    @Override
    public byte[] pdf(String xhtml) {
        ITextRenderer renderer = new ITextRenderer(fonts);
        renderer.setDocument(Volume.parse(head + xhtml + "</html>"));
        renderer.layout();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.createPDF(out);
        return out.toByteArray();
    }
}

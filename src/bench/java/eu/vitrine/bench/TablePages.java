package eu.vitrine.bench;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.w3c.dom.Element;

/** Pages by OpenPDF's own paragraphs and tables, as somebody would write them by hand: same text, sizes, column widths and repeated heads. */
final class TablePages implements Press.Ready {

    private static final float MM = 72 / 25.4f;
    private static final float CONTENT_MM = 162;
    private static final float TERM_MM = 38;
    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "dl", "div", "table", "h1", "h2", "h3", "h4", "section", "header");

    private final Map<String, Float> widths = new HashMap<>();

    TablePages() {
        Matcher rule = Pattern.compile("\\.([a-z-]+) \\{ width: (\\d+)mm; }").matcher(Press.theme());
        while (rule.find()) {
            widths.put(rule.group(1), Float.parseFloat(rule.group(2)));
        }
    }

    @Override
    public byte[] pdf(String xhtml) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, 24 * MM, 24 * MM, 27 * MM, 25 * MM);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setFullCompression();
        writer.setPageEvent(new TableFurniture());
        document.open();
        blocks(Volume.parse(xhtml).getDocumentElement(), document::add);
        document.close();
        return out.toByteArray();
    }

    private interface Sink {
        void add(org.openpdf.text.Element element);
    }

    private void blocks(Element parent, Sink sink) {
        for (Element child : Volume.children(parent)) {
            switch (child.getTagName()) {
                case "ul", "ol" -> Volume.children(child).forEach(item -> item(item, sink));
                case "table" -> sink.add(table(child));
                case "dl" -> sink.add(points(child));
                default -> {
                    if (holdsBlocks(child)) {
                        blocks(child, sink);
                    } else {
                        sink.add(paragraph(child));
                    }
                }
            }
        }
    }

    private void item(Element item, Sink sink) {
        if (holdsBlocks(item)) {
            blocks(item, sink);
            return;
        }
        Paragraph paragraph = new Paragraph(Inline.of(item, "• "));
        paragraph.setIndentationLeft(5 * MM);
        paragraph.setSpacingAfter(0.8f * MM);
        sink.add(paragraph);
    }

    private static Paragraph paragraph(Element element) {
        Phrase phrase = Inline.of(element, "");
        Paragraph paragraph = new Paragraph(phrase);
        paragraph.setLeading(phrase.getLeading());
        boolean heading = element.getTagName().matches("h[1-4]");
        paragraph.setSpacingBefore(heading ? 6 * MM : 0);
        paragraph.setSpacingAfter(2.2f * MM);
        paragraph.setKeepTogether(heading);
        return paragraph;
    }

    private PdfPTable table(Element element) {
        List<Element> columns = Volume.children(element).stream().filter(child -> child.getTagName().equals("colgroup"))
                .flatMap(group -> Volume.children(group).stream()).toList();
        List<Element> heads = rows(element, "thead");
        List<Element> rows = rows(element, "tbody");
        PdfPTable table = ruled(columns.isEmpty() ? new float[Volume.children(rows.getFirst()).size()] : wanted(columns));
        table.setHeaderRows(heads.size());
        heads.forEach(row -> Volume.children(row).forEach(cell -> table.addCell(cell(cell))));
        rows.forEach(row -> Volume.children(row).forEach(cell -> table.addCell(cell(cell))));
        return table;
    }

    private static List<Element> rows(Element table, String part) {
        return Volume.children(table).stream().filter(child -> child.getTagName().equals(part))
                .flatMap(group -> Volume.children(group).stream()).toList();
    }

    private float[] wanted(List<Element> columns) {
        float[] wanted = new float[columns.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = widths.getOrDefault(columns.get(i).getAttribute("class"), 0f);
        }
        return wanted;
    }

    /** Columns that ask for nothing share what is left. */
    private static PdfPTable ruled(float... millimetres) {
        float taken = 0;
        int open = 0;
        for (float width : millimetres) {
            taken += width;
            open += width == 0 ? 1 : 0;
        }
        for (int i = 0; i < millimetres.length; i++) {
            millimetres[i] = millimetres[i] == 0 ? (CONTENT_MM - taken) / open : millimetres[i];
        }
        PdfPTable table = new PdfPTable(millimetres);
        table.setWidthPercentage(100);
        table.setSpacingBefore(2 * MM);
        table.setSpacingAfter(4 * MM);
        return table;
    }

    private PdfPTable points(Element list) {
        PdfPTable table = ruled(TERM_MM, 0);
        Volume.children(list).forEach(one -> table.addCell(cell(one)));
        return table;
    }

    private PdfPCell cell(Element element) {
        PdfPCell cell = new PdfPCell();
        if (holdsBlocks(element)) {
            blocks(element, cell::addElement);
        } else {
            cell.setPhrase(Inline.of(element, ""));
        }
        if (element.hasAttribute("colspan")) {
            cell.setColspan(Integer.parseInt(element.getAttribute("colspan")));
        }
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidth(0.4f);
        cell.setPadding(1.5f * MM);
        cell.setPaddingLeft(0);
        return cell;
    }

    private static boolean holdsBlocks(Element element) {
        return Volume.children(element).stream().anyMatch(child -> BLOCKS.contains(child.getTagName()));
    }
}

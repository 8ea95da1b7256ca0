package eu.vitrine.typeset;

import java.util.Map;

/** Puts page numbers into the words of the document's language. */
final class PageWords {

    private static final String WIDEST = "888";

    private final DocumentInfo info;

    PageWords(DocumentInfo info) {
        this.info = info;
    }

    String reference(int page) {
        return info.pageReference().replace("{page}", Integer.toString(page));
    }

    double reservedWidth(Style style) {
        return FaceRun.width(info.pageReference().replace("{page}", WIDEST), style);
    }

    /** Fills the placeholders of a running text. */
    String running(String pattern, int page, int pages) {
        Map<String, String> values = Map.of(
                "{header}", info.headerText(),
                "{footer}", info.footerText(),
                "{title}", info.title(),
                "{label}", info.pageLabel().replace("{page}", "" + page).replace("{pages}", "" + pages));
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int from = at;
            String key = values.keySet().stream().filter(k -> pattern.startsWith(k, from)).findFirst().orElse("");
            out.append(key.isEmpty() ? pattern.substring(at, at + 1) : values.get(key));
            at += Math.max(1, key.length());
        }
        return VisibleText.of(out.toString());
    }
}

package eu.vitrine.formats;

import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Lists in one cell: entries between semicolons, with {@code …} at the end of an incomplete one and {@code ?} where nobody knows. */
final class CellList {

    private static final String EMPTY = "[]";
    private static final Set<String> INCOMPLETE = Set.of("…", "...");
    private static final String NOT_KNOWN = "?";

    private CellList() {}

    static String write(List<String> items, Completeness completeness) {
        List<String> parts = new ArrayList<>(items.stream().map(CellList::quotedWhereNeeded).toList());
        switch (completeness) {
            case INCOMPLETE -> parts.add("…");
            case NOT_KNOWN -> parts.add(NOT_KNOWN);
            case COMPLETE -> {
                if (parts.isEmpty()) {
                    return EMPTY;
                }
            }
        }
        return String.join("; ", parts);
    }

    private static String quotedWhereNeeded(String item) {
        String lower = item.toLowerCase(Locale.ROOT);
        boolean plain = item.equals(item.strip()) && item.indexOf(';') < 0 && item.indexOf('"') < 0 && item.indexOf(',') < 0 && item.indexOf(':') < 0
                && !INCOMPLETE.contains(item) && !item.equals(NOT_KNOWN) && !item.equals(EMPTY) && !CellText.words().contains(lower);
        return plain ? item : "\"" + item.replace("\"", "\"\"") + "\"";
    }

    static Map<String, Object> read(FactDeclaration declared, String text) {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (text.equals(EMPTY)) {
            keys.put("value", List.of());
            keys.put("complete", true);
            return keys;
        }
        List<String> items = new ArrayList<>();
        Object complete = true;
        for (Item item : split(text, separator(declared, text))) {
            if (!item.quoted() && INCOMPLETE.contains(item.text())) {
                complete = false;
            } else if (!item.quoted() && item.text().equals(NOT_KNOWN)) {
                complete = "unknown";
            } else if (item.quoted() || !item.text().isEmpty()) {
                items.add(CellText.choice(declared, item.text()));
            }
        }
        keys.put("value", items);
        keys.put("complete", complete);
        return keys;
    }

    /** Codes hold no comma, so that people may write one between them. */
    private static char separator(FactDeclaration declared, String text) {
        FactType element = declared.element();
        boolean codes = element == FactType.CHOICE || element == FactType.COUNTRY || element == FactType.LANGUAGE || element == FactType.REFERENCE;
        return codes && text.indexOf(';') < 0 && text.indexOf('"') < 0 ? ',' : ';';
    }

    private record Item(String text, boolean quoted) {}

    private static List<Item> split(String text, char separator) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                StringBuilder quoted = new StringBuilder();
                at++;
                while (at < text.length() && !(text.charAt(at) == '"' && (at + 1 == text.length() || text.charAt(at + 1) != '"'))) {
                    quoted.append(text.charAt(at));
                    at += text.charAt(at) == '"' ? 2 : 1;
                }
                items.add(new Item(quoted.toString(), true));
                int end = text.indexOf(separator, Math.min(at, text.length()));
                at = end < 0 ? text.length() + 1 : end + 1;
            } else {
                int end = text.indexOf(separator, at);
                items.add(new Item(text.substring(at, end < 0 ? text.length() : end).strip(), false));
                at = end < 0 ? text.length() + 1 : end + 1;
            }
        }
        return items;
    }
}

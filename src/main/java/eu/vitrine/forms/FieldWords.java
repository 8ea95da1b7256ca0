package eu.vitrine.forms;

import eu.vitrine.facts.FactDeclaration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Complaints about files in the words of a form: keys become the names that the fields have on the page. */
final class FieldWords {

    private static final Map<String, String> KEYS = keys();

    private FieldWords() {}

    private static Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        keys.put("source_url", "address of the source");
        keys.put("as_of", "date of the source");
        keys.put("checked_on", "last looked at again");
        keys.put("evidence", "archived bytes");
        keys.put("searched", "search");
        keys.put("on", "date of the search");
        keys.put("currency", "currency");
        keys.put("min", "at least");
        keys.put("max", "at most");
        keys.put("value", "figure");
        keys.put("complete", "is this list complete");
        return keys;
    }

    static String of(String message, FactDeclaration declared) {
        String words = message.replace("\"" + declared.id() + "\"", "“" + declared.label() + "”")
                .replace("\"" + declared.id() + ", column ", "\"" + declared.id() + ", ");
        for (FactDeclaration.Column column : declared.columns()) {
            words = words.replace("\"" + declared.id() + ", " + column.name() + "\"", "“" + column.label() + "”");
        }
        for (Map.Entry<String, String> key : KEYS.entrySet()) {
            words = words.replace("\"" + declared.id() + ", " + key.getKey() + "\"", "“" + key.getValue() + "”")
                    .replace("\"" + key.getKey() + "\"", "“" + key.getValue() + "”");
        }
        return words;
    }
}

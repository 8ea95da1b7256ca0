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
        keys.put("source_url", "Address of the source");
        keys.put("as_of", "Date of the source");
        keys.put("checked_on", "Last looked at again");
        keys.put("evidence", "Archived bytes");
        keys.put("searched", "Search");
        keys.put("on", "Date of the search");
        keys.put("currency", "Currency");
        keys.put("min", "At least");
        keys.put("max", "At most");
        keys.put("value", "Figure");
        keys.put("complete", "Is this list complete");
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

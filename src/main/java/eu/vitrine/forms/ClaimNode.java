package eu.vitrine.forms;

import static eu.vitrine.forms.ClaimFields.CHOSEN;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form as the node that a file would have for the fact. Where a node of a file knows its line, these know
 * their field: its name stands in place of the name of the file, so that every problem leads to the field it is about.
 */
final class ClaimNode {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    /** Between groups of digits, as people write them. */
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[ \\u00a0\\u202f](?=[0-9])");

    private final FactDeclaration declared;
    private final Input input;
    private final String prefix;
    private final Map<String, Located> entries = new LinkedHashMap<>();
    private final Map<String, Located.Scalar> keys = new LinkedHashMap<>();

    private ClaimNode(FactDeclaration declared, Input input, String prefix) {
        this.declared = declared;
        this.input = input;
        this.prefix = prefix;
    }

    /**
     * The node for what is typed.
     *
     * @param state the kind of answer
     */
    static Located of(FactDeclaration declared, Input input, String prefix, State state) {
        return new ClaimNode(declared, input, prefix).node(state);
    }

    private Located node(State state) {
        if (state == State.VALUE) {
            value();
        } else {
            text("state", field("answer"), state.code());
        }
        if (ClaimFields.isMany(declared)) {
            String complete = input.text(field("complete"));
            put("complete", field("complete"), complete.equals("true") || complete.equals("false") ? Boolean.valueOf(complete) : "unknown", complete);
        }
        text("source_url");
        text("as_of");
        text("note");
        text("tier");
        text("checked_on");
        evidence(field("evidence"), entries, keys);
        if (state == State.ABSENT) {
            searched();
        }
        return new Located.Mapping(field("answer"), 0, 0, entries, keys);
    }

    private void value() {
        String answer = input.text(field("answer"));
        if (ClaimFields.isPicked(declared) && answer.startsWith(CHOSEN)) {
            String chosen = answer.substring(CHOSEN.length());
            put("value", field("answer"), declared.type() == FactType.BOOLEAN ? truth(chosen) : chosen, chosen);
        } else if (declared.type().isNumber()) {
            List.of("value", "min", "max").forEach(key -> {
                if (!input.text(field(key)).isEmpty()) {
                    entry(key, number(field(key), input.text(field(key))));
                }
            });
            text("by");
            text("method");
            text("currency");
        } else if (declared.type() == FactType.LIST) {
            list();
        } else if (declared.type() == FactType.TABLE) {
            entry("value", new Located.Sequence(field("rows"), 0, 0, rows()));
        } else if (!input.text(field("value")).isEmpty()) {
            text("value", field("value"), coded(declared.type(), input.text(field("value"))));
        }
    }

    /** What was found by name joins the others once. */
    private List<String> coded(List<String> typed, List<String> found) {
        List<String> codes = typed.stream().map(item -> coded(declared.element(), item)).toList();
        return Stream.concat(codes.stream(), found.stream().map(item -> coded(declared.element(), item)).filter(item -> !codes.contains(item))).toList();
    }

    private static String coded(@Nullable FactType type, String typed) {
        return CodeNames.concern(type) ? CodeNames.of(type).code(typed) : typed;
    }

    private void list() {
        List<String> items = declared.element() == FactType.CHOICE ? input.all(field("value"))
                : coded(input.lines(field("value")), input.lines(field("value_add")));
        entry("value", new Located.Sequence(field("value"), 0, 0, items.stream().<Located>map(item -> scalar(field("value"), item, item)).toList()));
    }

    private List<Located> rows() {
        var rows = new ArrayList<Located>();
        for (int i = 0; i < input.number(field("rows")); i++) {
            var cells = new LinkedHashMap<String, Located>();
            var names = new LinkedHashMap<String, Located.Scalar>();
            String at = field("row:" + i + ":");
            for (FactDeclaration.Column column : declared.columns()) {
                String typed = input.text(at + column.name());
                if (!typed.isEmpty()) {
                    cells.put(column.name(), cell(column.type(), at + column.name(), typed));
                    names.put(column.name(), scalar(at + column.name(), column.name(), column.name()));
                }
            }
            for (String key : List.of("source_url", "as_of")) {
                if (!input.text(at + key).isEmpty()) {
                    cells.put(key, scalar(at + key, input.text(at + key), input.text(at + key)));
                    names.put(key, scalar(at + key, key, key));
                }
            }
            evidence(at + "evidence", cells, names);
            if (!cells.isEmpty()) {
                // The line is that of the row, so that a complaint about two equal rows can name the first.
                rows.add(new Located.Mapping(field("rows"), i + 1, 0, cells, names));
            }
        }
        return rows;
    }

    private static Located cell(FactType type, String field, String typed) {
        if (type.isNumber()) {
            return number(field, typed);
        }
        String text = coded(type, typed);
        return scalar(field, type == FactType.BOOLEAN ? truth(typed) : text, text);
    }

    private void searched() {
        var search = new LinkedHashMap<String, Located>();
        var names = new LinkedHashMap<String, Located.Scalar>();
        List<String> where = input.lines(field("searched_where"));
        search.put("where", new Located.Sequence(field("searched_where"), 0, 0,
                where.stream().<Located>map(place -> scalar(field("searched_where"), place, place)).toList()));
        names.put("where", scalar(field("searched_where"), "where", "where"));
        for (String key : List.of("on", "by")) {
            String typed = input.text(field("searched_" + key));
            if (!typed.isEmpty()) {
                search.put(key, scalar(field("searched_" + key), typed, typed));
                names.put(key, scalar(field("searched_" + key), key, key));
            }
        }
        entry("searched", new Located.Mapping(field("searched_where"), 0, 0, search, names));
    }

    private void evidence(String field, Map<String, Located> into, Map<String, Located.Scalar> names) {
        var named = new ArrayList<>(input.lines(field));
        named.addAll(input.lines(field + "_add"));
        if (!named.isEmpty()) {
            into.put("evidence", new Located.Sequence(field, 0, 0, named.stream().<Located>map(one -> scalar(field, one, one)).toList()));
            names.put("evidence", scalar(field, "evidence", "evidence"));
        }
    }

    private void text(String key) {
        String typed = input.text(field(key));
        if (!typed.isEmpty()) {
            text(key, field(key), typed);
        }
    }

    private void text(String key, String field, String value) {
        put(key, field, value, value);
    }

    private void put(String key, String field, Object value, String text) {
        entry(key, scalar(field, value, text));
    }

    private void entry(String key, Located value) {
        entries.put(key, value);
        keys.put(key, scalar(value.file(), key, key));
    }

    private static Located.Scalar scalar(String field, Object value, String text) {
        return new Located.Scalar(field, 0, 0, value, text);
    }

    private static Object truth(String text) {
        return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
    }

    /** A number as a file would have it; groups of digits may stand apart. What is none stays a text and is refused as one. */
    private static Located number(String field, String typed) {
        String plain = BETWEEN_DIGITS.matcher(typed).replaceAll("");
        if (!NUMBER.matcher(plain).matches()) {
            return scalar(field, typed, typed);
        }
        try {
            return LocatedReader.number(field, plain);
        } catch (InvalidFile e) {
            // Out of all range; as a text it is refused beside its field like anything else that is no number.
            return scalar(field, typed, typed);
        }
    }

    private String field(String key) {
        return prefix + ":" + key;
    }
}

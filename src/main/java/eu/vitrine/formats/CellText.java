package eu.vitrine.formats;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A claim as the text of one cell, and back. States are words: {@code unknown}, {@code none}, {@code withheld}, {@code does not
 * apply: why}, {@code searched: where; on}; a text that would be read as one of them stands in quotes. Where a choice is called
 * like a state, the bare word is the choice and the state is written {@code state: none}.
 */
final class CellText {

    private static final Map<String, String> STATES = states();
    private static final Map<String, Boolean> TRUTHS = Map.of("yes", true, "true", true, "ja", true, "wahr", true, "oui", true,
            "no", false, "false", false, "nein", false, "falsch", false, "non", false);
    private static final String SEARCHED = "searched:";
    private static final String STATE = "state:";
    private static final String NOT_APPLICABLE = "does not apply";

    private CellText() {}

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("none", "none");
        states.put("withheld", "withheld");
        states.put("not disclosed", "withheld");
        states.put("unknown", "unknown");
        states.put("not known", "unknown");
        states.put(NOT_APPLICABLE, "not_applicable");
        states.put("not_applicable", "not_applicable");
        states.put("absent", "absent");
        return states;
    }

    /**
     * The claim as text; empty where a cell cannot carry it. Source, date and note stand in cells of their own.
     */
    static Optional<String> write(FactDeclaration declared, Claim claim) {
        if (claim.value() != null) {
            return write(declared, claim.value(), claim.completeness());
        }
        if (claim.completeness() != Completeness.NOT_KNOWN) {
            return Optional.empty();
        }
        return switch (claim.state()) {
            case ABSENT -> claim.searched() == null ? Optional.of("absent") : searched(claim.searched());
            case NOT_APPLICABLE -> Optional.of(NOT_APPLICABLE);
            default -> claim.searched() != null ? Optional.empty()
                    : Optional.of(declared.choices().containsKey(claim.state().code()) ? STATE + " " + claim.state().code() : claim.state().code());
        };
    }

    private static Optional<String> searched(Claim.Search search) {
        List<String> parts = new ArrayList<>(search.where());
        if (search.on() != null) {
            parts.add(search.on().text());
        }
        if (search.by() != null) {
            parts.add("by " + search.by());
        }
        String text = SEARCHED + " " + String.join("; ", parts);
        Map<String, Object> back = readSearched(text);
        return back.getOrDefault("where", List.of()).equals(search.where())
                && java.util.Objects.equals(back.get("on"), search.on() == null ? null : search.on().text())
                && java.util.Objects.equals(back.get("by"), search.by()) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> write(FactDeclaration declared, FactValue value, Completeness completeness) {
        boolean list = value instanceof FactValue.Items;
        if (!list && completeness != Completeness.NOT_KNOWN) {
            return Optional.empty();
        }
        return switch (value) {
            case FactValue.Truth truth -> Optional.of(truth.value() ? "yes" : "no");
            case FactValue.Text text -> Optional.of(quotedWhereNeeded(declared, text.value()));
            case FactValue.Date date -> Optional.of(date.day().text());
            case FactValue.Amount amount -> CellNumber.write(amount);
            case FactValue.Items items -> Optional.of(CellList.write(items.values(), completeness));
            case FactValue.Rows rows -> Optional.empty();
        };
    }

    private static String quotedWhereNeeded(FactDeclaration declared, String text) {
        boolean plain = text.equals(text.strip()) && !(text.length() > 1 && text.startsWith("\"") && text.endsWith("\""))
                && (declared.choices().containsKey(text) || state(declared, text) == null);
        return plain ? text : "\"" + text + "\"";
    }

    /**
     * The keys of the fact that this text states, as in a record file; empty for a blank cell.
     *
     * @throws IllegalArgumentException with a sentence, when the text cannot be understood
     */
    static Map<String, Object> read(FactDeclaration declared, String cell, boolean decimalComma) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> state = declared.choices().containsKey(text) ? null : state(declared, text);
        if (state != null) {
            return state;
        }
        FactType type = declared.type();
        return switch (type) {
            case BOOLEAN -> Map.of("value", TRUTHS.containsKey(text.toLowerCase(Locale.ROOT)) ? TRUTHS.get(text.toLowerCase(Locale.ROOT)) : text);
            case INTEGER, DECIMAL, QUANTITY, MONEY -> CellNumber.read(declared, text, decimalComma);
            case DATE -> Map.of("value", date(text));
            case LIST -> CellList.read(declared, text);
            case TABLE -> throw new IllegalArgumentException("\"" + declared.id() + "\" is a table of its own and does not fit into a cell");
            default -> Map.of("value", text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1)
                    : choice(declared, text));
        };
    }

    /** A choice may be written as its label. */
    static String choice(FactDeclaration declared, String text) {
        if (declared.choices().isEmpty() || declared.choices().containsKey(text)) {
            return text;
        }
        return declared.choices().entrySet().stream().filter(choice -> choice.getValue().equalsIgnoreCase(text) || choice.getKey().equalsIgnoreCase(text))
                .map(Map.Entry::getKey).findFirst().orElse(text);
    }

    private static @org.jspecify.annotations.Nullable Map<String, Object> state(FactDeclaration declared, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SEARCHED)) {
            return Map.of("state", State.ABSENT.code(), "searched", readSearched(text));
        }
        if (lower.startsWith(NOT_APPLICABLE + ":")) {
            return Map.of("state", State.NOT_APPLICABLE.code(), "note", text.substring(NOT_APPLICABLE.length() + 1).strip());
        }
        String bare = lower.startsWith(STATE) ? lower.substring(STATE.length()).strip() : lower;
        String code = STATES.get(bare);
        return code == null ? null : Map.of("state", code);
    }

    private static Map<String, Object> readSearched(String text) {
        List<String> where = new ArrayList<>();
        Map<String, Object> searched = new LinkedHashMap<>();
        for (String piece : text.substring(SEARCHED.length()).split(";")) {
            String part = piece.strip();
            if (eu.vitrine.facts.Day.parse(part).isPresent()) {
                searched.put("on", part);
            } else if (part.startsWith("by ")) {
                searched.put("by", part.substring(3).strip());
            } else if (!part.isEmpty()) {
                where.add(part);
            }
        }
        if (!where.isEmpty()) {
            searched.put("where", where);
        }
        return searched;
    }

    /** Words that mean something of their own in a cell. */
    static Set<String> words() {
        return STATES.keySet();
    }

    private static String date(String text) {
        return text.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")
                ? "%s-%02d-%02d".formatted(text.substring(text.lastIndexOf('.') + 1), Integer.parseInt(text.split("\\.")[1]), Integer.parseInt(text.split("\\.")[0]))
                : text;
    }
}

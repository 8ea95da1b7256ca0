package eu.vitrine.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads vocabulary files. All problems of all files are reported together. */
public final class VocabularyReader {

    /** The keys of a section. */
    public static final Set<String> SECTION_KEYS = Set.of("section", "kind", "order", "label", "intro", "facts");
    /** The keys of a fact. */
    public static final Set<String> FACT_KEYS = Set.of(
            "id", "type", "of", "unit", "choices", "columns", "key", "to", "label", "question", "means", "why", "articles",
            "known_by", "example", "filter", "first", "prose", "stale_after", "judgement", "ask_when", "check", "formerly", "inherited_by", "of_version", "retired");
    /** The keys of a column. */
    public static final Set<String> COLUMN_KEYS = Set.of("name", "type", "choices", "to", "label");
    private static final Pattern ID = Pattern.compile("[a-z]+(\\.[a-z][a-z0-9_]*)+");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Located> seen = new HashMap<>();
    private int index;

    private VocabularyReader() {}

    /**
     * Reads a vocabulary.
     *
     * @param files content by file name, in a stable order
     * @throws InvalidFile when a file is not understood, with every problem of every file
     */
    public static Vocabulary read(Map<String, String> files) {
        VocabularyReader reader = new VocabularyReader();
        List<Section> sections = new ArrayList<>();
        files.forEach((name, text) -> {
            try {
                sections.add(reader.section(new Form(LocatedReader.read(text, name), reader.problems), name));
            } catch (InvalidFile e) {
                reader.problems.addAll(e.problems());
            }
        });
        if (!reader.problems.isEmpty()) {
            throw new InvalidFile(reader.problems);
        }
        return new Vocabulary(sections);
    }

    private Section section(Form form, String file) {
        form.allow(SECTION_KEYS);
        String id = form.text("section");
        if (!file.equals(id + ".yaml") && !file.endsWith("/" + id + ".yaml")) {
            form.complain("section", "the section \"" + id + "\" must stand in a file of the same name");
        }
        Kind kind = Kind.of(form.text("kind")).orElse(null);
        if (kind == null) {
            throw new InvalidFile(form.problem("kind", "there is no kind of record \"" + form.text("kind") + "\""));
        }
        List<FactDeclaration> facts = new ArrayList<>();
        for (Form fact : form.forms("facts")) {
            try {
                facts.add(fact(fact, kind, id));
            } catch (InvalidFile e) {
                problems.addAll(e.problems());
            }
        }
        return new Section(id, kind, form.integer("order", 0), form.text("label"), form.text("intro"), facts);
    }

    private FactDeclaration fact(Form form, Kind kind, String section) {
        form.allow(FACT_KEYS);
        String id = form.text("id");
        if (!ID.matcher(id).matches() || !id.startsWith(kind.code() + ".")) {
            form.complain("id", "the id \"" + id + "\" must be lower snake case and begin with \"" + kind.code() + ".\"");
        }
        Located first = seen.putIfAbsent(id, form.node());
        if (first != null) {
            form.complain("id", "the fact \"" + id + "\" is already declared in " + first.file() + ":" + first.line());
        }
        FactType type = type(form, "type");
        FactType element = type == FactType.LIST ? type(form, "of") : null;
        FactDeclaration.KnownBy knownBy = knownBy(form);
        return new FactDeclaration(
                index++, id, kind, section, type, element, unit(form, type), choices(form, type, element),
                columns(form, type), key(form, type), refersTo(form, type, element), form.text("label"), form.text("question"),
                form.text("means"), form.text("why"), form.texts("articles"), knownBy, form.text("example"),
                form.flag("filter"), form.flag("first"), prose(form, type), form.has("stale_after") ? form.integer("stale_after", 0) : null,
                form.flag("judgement"), form.optional("ask_when"), form.optional("check"), form.texts("formerly"),
                form.texts("inherited_by"), form.flag("of_version"), form.flag("retired"));
    }

    private static boolean prose(Form form, FactType type) {
        boolean prose = form.flag("prose");
        if (prose && type != FactType.TEXT) {
            form.complain("prose", "only a text can be prose");
        }
        return prose;
    }

    private FactType type(Form form, String key) {
        String code = form.text(key);
        return FactType.of(code).orElseThrow(() -> new InvalidFile(form.problem(key, "there is no type \"" + code + "\"")));
    }

    private static FactDeclaration.KnownBy knownBy(Form form) {
        String code = form.text("known_by");
        for (FactDeclaration.KnownBy knownBy : FactDeclaration.KnownBy.values()) {
            if (knownBy.name().toLowerCase(Locale.ROOT).equals(code)) {
                return knownBy;
            }
        }
        throw new InvalidFile(form.problem("known_by", "\"" + code + "\" is none of public, downstream, authorities, us"));
    }

    private static @Nullable Kind refersTo(Form form, FactType type, @Nullable FactType element) {
        String code = form.optional("to");
        boolean needed = type == FactType.REFERENCE || element == FactType.REFERENCE;
        if (needed == (code == null)) {
            form.complain("to", needed ? "a reference needs \"to\"" : "only a reference has \"to\"");
        }
        return code == null ? null : Kind.of(code).orElseThrow(
                () -> new InvalidFile(form.problem("to", "there is no kind of record \"" + code + "\"")));
    }

    private static @Nullable String unit(Form form, FactType type) {
        String unit = form.optional("unit");
        if (type == FactType.QUANTITY ? unit == null : unit != null && type != FactType.INTEGER && type != FactType.DECIMAL) {
            form.complain("unit", unit == null ? "a quantity needs a \"unit\"" : "only numbers have a \"unit\"; money has its currency");
        }
        return unit;
    }

    private static List<String> key(Form form, FactType type) {
        List<String> key = form.texts("key");
        Set<String> columns = new HashSet<>();
        form.forms("columns").forEach(column -> columns.add(column.text("name")));
        key.stream().filter(column -> !columns.contains(column)).forEach(column -> form.complain(
                "key", type == FactType.TABLE ? "the key \"" + column + "\" is no column of the table" : "only a table has a \"key\""));
        return key;
    }

    private Map<String, String> choices(Form form, FactType type, @Nullable FactType element) {
        boolean needed = type == FactType.CHOICE || element == FactType.CHOICE;
        Map<String, String> choices = form.labels("choices");
        if (needed == choices.isEmpty()) {
            form.complain("choices", needed ? "a choice needs \"choices\"" : "only a choice has \"choices\"");
        }
        return choices;
    }

    private List<FactDeclaration.Column> columns(Form form, FactType type) {
        List<FactDeclaration.Column> columns = new ArrayList<>();
        for (Form column : form.forms("columns")) {
            column.allow(COLUMN_KEYS);
            FactType columnType = type(column, "type");
            columns.add(new FactDeclaration.Column(
                    column.text("name"), columnType, column.text("label"), choices(column, columnType, null),
                    refersTo(column, columnType, null)));
        }
        if ((type == FactType.TABLE) == columns.isEmpty()) {
            form.complain("columns", "a table, and nothing else, has \"columns\"");
        }
        return columns;
    }
}

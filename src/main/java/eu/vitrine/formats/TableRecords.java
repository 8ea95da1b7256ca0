package eu.vitrine.formats;

import eu.vitrine.exchange.Reading;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes records of the rows of a table; each passes the same reader as a record file. */
final class TableRecords {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LICENCE = Pattern.compile("(" + Codes.SLUG + ")(?:\\s*\\(([^)]*)\\))?");
    /** The first line of a row's record is its slug and name; the facts follow, one in each line. */
    private static final int LINES_BEFORE_FACTS = 1;

    private final Vocabulary vocabulary;
    private final RecordReader reader;

    TableRecords(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.reader = RecordReader.with(vocabulary);
    }

    Imported read(Table table, TableColumns columns, Origin origin) {
        List<ImportedRecord> records = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(table.remarks());
        Map<String, Integer> lines = new HashMap<>();
        for (Table.Row row : table.rows()) {
            List<Remark> own = new ArrayList<>();
            ImportedRecord record = new OneRow(table, columns, row, origin, own).record();
            if (own.isEmpty() && record != null) {
                Integer first = lines.putIfAbsent(record.file().slug(), row.line());
                if (first == null) {
                    records.add(record);
                } else {
                    own.add(new Remark(Remark.Weight.REJECTED, record.place(), record.file().slug(), null, record.file().slug(),
                            "row " + first + " has the same slug", "Keep one of the two rows, or give this one another slug."));
                }
            }
            remarks.addAll(own);
        }
        return new Imported(records, remarks);
    }

    /** One row while it is read. */
    private final class OneRow {

        private final Table table;
        private final TableColumns columns;
        private final Table.Row row;
        private final Origin origin;
        private final List<Remark> remarks;
        private final Map<String, Integer> at = new HashMap<>();
        private final String slug;
        private final String name;

        OneRow(Table table, TableColumns columns, Table.Row row, Origin origin, List<Remark> remarks) {
            this.table = table;
            this.columns = columns;
            this.row = row;
            this.origin = origin;
            this.remarks = remarks;
            for (int i = 0; i < columns.targets().size(); i++) {
                at.put(columns.targets().get(i), i);
            }
            String called = asWritten("name");
            String stated = text("slug");
            this.slug = stated == null ? Objects.requireNonNullElse(called == null ? null : Codes.slug(called), "") : stated;
            this.name = called == null ? slug : called;
        }

        private @Nullable String asWritten(String target) {
            Integer column = at.get(target);
            String cell = column == null ? "" : row.cells().get(column);
            return cell.isBlank() ? null : cell;
        }

        private @Nullable String text(String target) {
            String cell = asWritten(target);
            return cell == null ? null : cell.strip();
        }

        @Nullable ImportedRecord record() {
            row.faults().forEach((column, fault) -> {
                if (!columns.targets().get(column).isEmpty() || fault.startsWith("the row has")) {
                    reject(column, null, fault, null);
                }
            });
            if (!remarks.isEmpty()) {
                return null;
            }
            if (!Codes.isSlug(slug)) {
                reject(at.getOrDefault("slug", at.getOrDefault("name", 0)), null, slug.isEmpty() ? "the row has neither slug nor name"
                        : "the slug \"" + slug + "\" may only have letters, digits, \".\", \"-\" and \"_\", and begins with a letter or digit",
                        "Give the row a slug such as \"" + Objects.requireNonNullElse(Codes.slug(slug), "my-model") + "\".");
                return null;
            }
            Map<String, Map<String, Object>> stated = stated();
            RecordFile read = checked(stated); // also where a cell is wrong already, so that one look finds everything
            Facts facts = read == null ? Facts.none() : read.factsOf(columns.kind());
            RecordFile file = columns.kind() == Kind.MODEL ? model(facts) : RecordFile.of(columns.kind(), slug, name, facts);
            return remarks.isEmpty() ? new ImportedRecord(Sourced.from(origin, file), place(null), places(stated), true) : null;
        }

        private Map<String, Place> places(Map<String, Map<String, Object>> stated) {
            Map<String, Place> places = new LinkedHashMap<>();
            stated.keySet().forEach(fact -> places.put(fact, place(at.get(fact))));
            return places;
        }

        private Place place(@Nullable Integer column) {
            return new Place(table.file(), row.line(), column == null ? null : table.headers().get(column));
        }

        /** What the cells of the row state, by fact. */
        private Map<String, Map<String, Object>> stated() {
            Map<String, Map<String, Object>> stated = new LinkedHashMap<>();
            for (FactDeclaration declared : TableColumns.facts(vocabulary, columns.kind())) {
                Integer column = at.get(declared.id());
                if (column != null) {
                    try {
                        Map<String, Object> keys = new LinkedHashMap<>(CellText.read(declared, row.cells().get(column), table.decimalComma()));
                        beside(declared, keys);
                        if (!keys.isEmpty()) {
                            stated.put(declared.id(), keys);
                        }
                    } catch (IllegalArgumentException e) {
                        reject(column, declared, String.valueOf(e.getMessage()), null);
                    }
                }
            }
            return stated;
        }

        private void beside(FactDeclaration declared, Map<String, Object> keys) {
            put(keys, "source_url", text(declared.id() + ".source"));
            put(keys, "as_of", text(declared.id() + ".as_of"));
            put(keys, "note", asWritten(declared.id() + ".note"));
            if (!keys.isEmpty() && !keys.containsKey("value") && !keys.containsKey("state") && !keys.containsKey("min") && !keys.containsKey("max")) {
                keys.put("state", State.UNKNOWN.code());
            }
        }

        private static void put(Map<String, Object> keys, String key, @Nullable String text) {
            if (text != null) {
                keys.put(key, text);
            }
        }

        private @Nullable RecordFile checked(Map<String, Map<String, Object>> stated) {
            List<String> ids = List.copyOf(stated.keySet());
            StringBuilder json = new StringBuilder("{\"slug\":" + JSON.writeValueAsString(slug) + ",\"name\":" + JSON.writeValueAsString(name) + ",\"facts\":{");
            for (int i = 0; i < ids.size(); i++) {
                json.append(i == 0 ? "\n" : ",\n").append(JSON.writeValueAsString(ids.get(i))).append(':').append(JSON.writeValueAsString(stated.get(ids.get(i))));
            }
            json.append("}}");
            Reading reading = reader.read(List.of(new Source(table.file(), json.toString().getBytes(StandardCharsets.UTF_8))));
            for (Problem problem : reading.problems()) {
                int index = problem.line() - LINES_BEFORE_FACTS - 1;
                String id = index < 0 || index >= ids.size() ? null : ids.get(index);
                reject(id == null ? at.getOrDefault("name", at.getOrDefault("slug", 0)) : at.get(id), id == null ? null : vocabulary.get(id), problem.message(), null);
            }
            return reading.records().isEmpty() ? null : reading.records().getFirst();
        }

        private RecordFile model(Facts facts) {
            return RecordFile.ofModel(slug, name, asWritten("version"), asWritten("family")).withFacts(Kind.MODEL, facts)
                    .from(reference("provider"), licences(), references("services"));
        }

        private @Nullable String reference(String target) {
            String slugThere = text(target);
            return slugThere == null || isSlug(target, slugThere) ? slugThere : null;
        }

        private List<String> references(String target) {
            String cell = text(target);
            List<String> slugs = new ArrayList<>();
            for (String piece : cell == null ? new String[0] : cell.split("[;,]")) {
                if (!piece.isBlank() && isSlug(target, piece.strip())) {
                    slugs.add(piece.strip());
                }
            }
            return slugs;
        }

        private List<Subject.Part> licences() {
            String cell = text("licences");
            List<Subject.Part> parts = new ArrayList<>();
            for (String piece : cell == null ? new String[0] : cell.split("[;,](?![^(]*\\))")) {
                Matcher licence = LICENCE.matcher(piece.strip());
                if (licence.matches()) {
                    parts.add(new Subject.Part(Kind.LICENCE, licence.group(1), artefacts(licence.group(2))));
                } else {
                    isSlug("licences", piece.strip());
                }
            }
            return parts;
        }

        private Facts artefacts(@Nullable String words) {
            if (words == null || words.isBlank()) {
                return Facts.none();
            }
            FactDeclaration declared = vocabulary.get(TableColumns.ARTEFACTS);
            List<String> codes = new ArrayList<>();
            for (String word : words.split("[;,]")) {
                String code = CellText.choice(declared, word.strip());
                if (!declared.choices().containsKey(code)) {
                    reject(at.get("licences"), declared, "a licence covers " + String.join(", ", declared.choices().keySet()) + ", not \"" + code + "\"", null);
                }
                codes.add(code);
            }
            return Facts.of(List.of(new Fact(declared.id(), new Claim(State.VALUE, new FactValue.Items(codes), Completeness.COMPLETE, null, null, null, null), List.of())));
        }

        private boolean isSlug(String target, String slugThere) {
            boolean is = Codes.isSlug(slugThere);
            if (!is) {
                reject(at.get(target), null, "\"" + slugThere + "\" is no slug of a record", "Write the short name of the record, such as \"" + Objects.requireNonNullElse(Codes.slug(slugThere), "my-model") + "\".");
            }
            return is;
        }

        private void reject(@Nullable Integer column, @Nullable FactDeclaration declared, String problem, @Nullable String remedy) {
            remarks.add(new Remark(Remark.Weight.REJECTED, place(column), slug.isEmpty() ? null : slug, declared == null ? null : declared.id(),
                    column == null ? null : row.cells().get(column), problem, remedy != null ? remedy : remedyOf(declared)));
        }

        private static String remedyOf(@Nullable FactDeclaration declared) {
            if (declared == null) {
                return "Correct the row.";
            }
            return switch (declared.type()) {
                case BOOLEAN -> "Write yes or no, or a state such as unknown.";
                case INTEGER, DECIMAL, QUANTITY -> "Write a number such as 2e25 or 1.5" + (declared.unit() == null ? "" : " in " + declared.unit()) + ", a range such as 10..20, or a state such as unknown.";
                case MONEY -> "Write an amount with its currency, such as 30 EUR.";
                case DATE -> "Write the date as 2026-11-25, 2026-11 or 2026.";
                case LIST -> "Write the entries with semicolons between them.";
                case URL -> "Write an address that begins with https://.";
                case CHOICE -> "Write one of the choices: " + String.join(", ", declared.choices().keySet()) + ".";
                default -> "Correct the cell; an example is: " + declared.example();
            };
        }
    }
}

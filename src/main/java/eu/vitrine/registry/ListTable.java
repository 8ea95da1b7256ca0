package eu.vitrine.registry;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.web.DatesInWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The table of a list: which columns it has, and what stands in them, in words. */
@Component
class ListTable {

    private static final String VERSION = HeadIndex.VERSION;
    private static final String COUNTRY = "provider.country";

    /** Columns where none are chosen, by kind. */
    private static final Map<Kind, List<String>> BY_ITSELF = byItself();

    /** By which reference models name records of a kind. */
    private static final Map<Kind, String> REFERRED_TO_BY = Map.of(
            Kind.PROVIDER, HeadIndex.PROVIDER, Kind.LICENCE, HeadIndex.LICENCE, Kind.SERVICE, HeadIndex.SERVICE);

    private final Vocabulary vocabulary;
    private final ListFields fields;
    private final ModelRegistry registry;
    private final RecordLists lists;
    private final DatesInWords dates;
    private final Map<Kind, ListColumns> contributed = new EnumMap<>(Kind.class);

    ListTable(Vocabulary vocabulary, ListFields fields, ModelRegistry registry, RecordLists lists, DatesInWords dates, ObjectProvider<ListColumns> contributed) {
        this.vocabulary = vocabulary;
        this.fields = fields;
        this.registry = registry;
        this.lists = lists;
        this.dates = dates;
        contributed.orderedStream().forEach(columns -> this.contributed.merge(columns.kind(), columns, SideBySide::new));
        BY_ITSELF.forEach((kind, columns) -> columns.stream().filter(column -> column.indexOf('.') > 0).forEach(vocabulary::get));
        vocabulary.get(COUNTRY);
    }

    private static Map<Kind, List<String>> byItself() {
        var columns = new EnumMap<Kind, List<String>>(Kind.class);
        columns.put(Kind.MODEL, List.of("provider", "licence", "model.openness.weights", ListFields.ASSESSMENT));
        columns.put(Kind.PROVIDER, List.of("provider.legal_name", COUNTRY, "provider.placing_entity_in_eu", ListFields.MODELS));
        columns.put(Kind.LICENCE, List.of("licence.permits_commercial_use", ListFields.MODELS));
        columns.put(Kind.SERVICE, List.of("service.kind", "service.data_location", "service.training_on_inputs", ListFields.MODELS));
        columns.put(Kind.USE, List.of("use.model", "use.service", ListFields.ASSESSMENT));
        return columns;
    }

    /** Everything that can be a column, in order. */
    List<String> offered(Kind kind) {
        var offered = new ArrayList<>(fields.columns(kind));
        if (contributed.containsKey(kind)) {
            offered.add(ListFields.ASSESSMENT);
        }
        return offered;
    }

    /** The columns of a request: those chosen, or those the list has by itself. */
    List<String> shown(ListRequest request) {
        Kind kind = request.search().kind();
        return request.columns().isEmpty() ? BY_ITSELF.getOrDefault(kind, List.of()).stream().filter(offered(kind)::contains).toList() : request.columns();
    }

    /** What a page must read for these columns. */
    Set<String> keys(List<String> columns) {
        var keys = new LinkedHashSet<>(List.of(VERSION));
        for (String column : columns) {
            switch (column) {
                case "provider" -> keys.addAll(List.of(HeadIndex.PROVIDER, COUNTRY));
                case "licence" -> keys.add(HeadIndex.LICENCE_OF_WEIGHTS);
                default -> vocabulary.find(column).ifPresent(fact -> keys.add(fact.id()));
            }
        }
        return keys;
    }

    /**
     * A head.
     *
     * @param label label of a fact, or null
     * @param labelKey message of the label where there is none
     * @param sortBy what the list can be ordered by under it, or null
     */
    record Head(@Nullable String label, String labelKey, boolean number, @Nullable String sortBy) {}

    /** What a column is called where it is chosen. */
    Head choice(Kind kind, String column) {
        FactDeclaration fact = vocabulary.find(column).orElse(null);
        boolean order = column.equals(ListOrder.CHANGED) || fields.isOrder(kind, column);
        return new Head(fact == null ? null : fact.label(), switch (column) {
            case ListOrder.CHANGED, ListFields.ASSESSMENT -> "lists." + column;
            default -> "registry." + column;
        }, column.equals(ListFields.MODELS) || fact != null && fact.type().isNumber(), order ? column : null);
    }

    List<Head> heads(Kind kind, List<String> columns) {
        var heads = new ArrayList<Head>();
        for (String column : columns) {
            ListColumns more = column.equals(ListFields.ASSESSMENT) ? contributed.get(kind) : null;
            if (more == null) {
                heads.add(choice(kind, column));
            } else {
                more.columns().forEach(one -> heads.add(new Head(null, one.labelKey(), one.number(), null)));
            }
        }
        return heads;
    }

    /** A row; a cell is a list of words with what they lead to, empty for what is not known. */
    record Row(RecordName record, String version, List<List<ListColumns.Cell>> cells) {}

    List<Row> rows(Kind kind, List<ListedRecord> records, List<String> columns) {
        return new Cells(kind, records, columns).rows(columns);
    }

    /** The cells of one page, with what was read for all rows at once. */
    private final class Cells {

        private final Kind kind;
        private final List<ListedRecord> records;
        private final Map<String, Map<String, RecordName>> names = new HashMap<>();
        private final Map<String, Long> models;
        private final Map<String, List<ListColumns.Cell>> assessments;

        private Cells(Kind kind, List<ListedRecord> records, List<String> columns) {
            this.kind = kind;
            this.records = records;
            var slugs = records.stream().map(record -> record.name().slug()).toList();
            columns.forEach(this::readNames);
            models = columns.contains(ListFields.MODELS) ? lists.models(REFERRED_TO_BY.getOrDefault(kind, ""), slugs) : Map.of();
            ListColumns more = contributed.get(kind);
            assessments = more != null && columns.contains(ListFields.ASSESSMENT) ? more.cells(slugs) : Map.of();
        }

        private void readNames(String column) {
            Kind to = to(column);
            String key = key(column);
            if (to != null) {
                names.put(column, registry.named(to, records.stream().flatMap(record -> record.terms(key).stream()).distinct().toList()));
            }
        }

        private @Nullable Kind to(String column) {
            return switch (column) {
                case "provider" -> Kind.PROVIDER;
                case "licence" -> Kind.LICENCE;
                default -> vocabulary.find(column).filter(fact -> type(fact) == FactType.REFERENCE).map(FactDeclaration::refersTo).orElse(null);
            };
        }

        private static String key(String column) {
            return switch (column) {
                case "provider" -> HeadIndex.PROVIDER;
                case "licence" -> HeadIndex.LICENCE_OF_WEIGHTS;
                default -> column;
            };
        }

        private List<Row> rows(List<String> columns) {
            return records.stream().map(record -> {
                var cells = new ArrayList<List<ListColumns.Cell>>();
                columns.forEach(column -> add(cells, record, column));
                return new Row(record.name(), String.join("", record.terms(VERSION)), cells);
            }).toList();
        }

        private void add(List<List<ListColumns.Cell>> cells, ListedRecord record, String column) {
            switch (column) {
                case ListFields.MODELS -> cells.add(List.of(plain(Long.toString(models.getOrDefault(record.name().slug(), 0L)))));
                case ListOrder.CHANGED -> cells.add(List.of(plain(dates.day(record.changedAt()))));
                case ListFields.ASSESSMENT -> assessments(cells, record.name().slug());
                default -> cells.add(cell(record, column));
            }
        }

        private void assessments(List<List<ListColumns.Cell>> cells, String slug) {
            ListColumns more = contributed.get(kind);
            int columns = more == null ? 0 : more.columns().size();
            var own = assessments.getOrDefault(slug, List.of());
            for (int i = 0; i < columns; i++) {
                cells.add(List.of(i < own.size() ? own.get(i) : plain("–")));
            }
        }

        private List<ListColumns.Cell> cell(ListedRecord record, String column) {
            var terms = record.terms(key(column));
            if (names.containsKey(column)) {
                var cell = new ArrayList<>(terms.stream().map(slug -> name(names.get(column), slug)).toList());
                if (column.equals("provider") && !record.terms(COUNTRY).isEmpty()) {
                    cell.add(plain(Codes.country(record.terms(COUNTRY).getFirst())));
                }
                return cell;
            }
            FactDeclaration fact = vocabulary.get(column);
            boolean saysNone = record.terms().containsKey(column) && terms.isEmpty();
            return saysNone ? List.of(plain("none")) : terms.stream().distinct().map(term -> plain(Saying.term(fact, term))).toList();
        }

        private static ListColumns.Cell name(Map<String, RecordName> named, String slug) {
            RecordName name = named.get(slug);
            return name == null ? plain(slug) : new ListColumns.Cell(name.name(), null, null, name.path());
        }

        private static ListColumns.Cell plain(String text) {
            return ListColumns.Cell.of(text);
        }
    }

    private static FactType type(FactDeclaration fact) {
        return fact.element() == null ? fact.type() : fact.element();
    }
}

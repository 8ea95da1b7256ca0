package eu.vitrine.registry;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads parameters of a list, which are the same in addresses of pages and in those of programs. */
@Component
class ListReading {

    static final String TEXT = "q";
    static final String SORT = "sort";
    static final String COLUMNS = "columns";
    static final String SIZE = "size";
    static final String AFTER = "after";
    static final String KNOWN = "known";
    static final String NOT_KNOWN = "not-known";

    /** Parameters that say nothing about which records, or in which order. */
    private static final Set<String> OF_A_PAGE = Set.of(COLUMNS, SIZE, AFTER, "limit", "cursor", "total", "format", "view");
    /** More values of one filter than a person chooses. */
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 400;
    private static final int LONGEST_NUMBER = 30;

    private final ListFields fields;

    ListReading(ListFields fields) {
        this.fields = fields;
    }

    /** @throws NoSuchFilter if there is a parameter or value that cannot be understood */
    RecordSearch strict(Kind kind, MultiValueMap<String, String> given) {
        var problems = new ArrayList<ListProblem>();
        RecordSearch search = search(kind, given, problems);
        var names = new HashSet<>(OF_A_PAGE);
        names.addAll(List.of(TEXT, SORT));
        fields.of(kind).forEach(field -> names.addAll(field.form().isRange() ? List.of(field.parameter(), field.least(), field.most()) : List.of(field.parameter())));
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                problems.add(new ListProblem(name, values.isEmpty() ? "" : String.valueOf(values.getFirst()), ListProblem.Kind.NO_FILTER));
            }
        });
        if (!problems.isEmpty()) {
            throw new NoSuchFilter(problems);
        }
        return search;
    }

    /** What the address of a page asks for; names that are no parameters are passed over. */
    ListRequest page(Kind kind, MultiValueMap<String, String> given, List<String> columns) {
        var problems = new ArrayList<ListProblem>();
        RecordSearch search = search(kind, given, problems);
        List<String> chosen = columns.stream().filter(values(given, COLUMNS)::contains).toList();
        int size = ListRequest.SIZE;
        for (String value : values(given, SIZE)) {
            if (ListRequest.SIZES.stream().anyMatch(offered -> offered.toString().equals(value))) {
                size = Integer.parseInt(value);
            } else {
                problems.add(new ListProblem(SIZE, value, ListProblem.Kind.NO_SIZE));
            }
        }
        ListCursor after = null;
        for (String word : values(given, AFTER)) {
            after = ListCursor.of(word, search.order()).orElse(null);
            if (after == null) {
                problems.add(new ListProblem(AFTER, word, ListProblem.Kind.NO_PLACE));
            }
        }
        return new ListRequest(search, chosen, size, after, problems);
    }

    private RecordSearch search(Kind kind, MultiValueMap<String, String> given, List<ListProblem> problems) {
        var wanted = new ArrayList<Wanted>();
        for (ListField field : fields.of(kind)) {
            wanted.add(new Field(field, given, problems).wanted());
        }
        return new RecordSearch(kind, String.join(" ", values(given, TEXT)).replace('\0', ' '), wanted, order(kind, given, problems));
    }

    private ListOrder order(Kind kind, MultiValueMap<String, String> given, List<ListProblem> problems) {
        for (String code : values(given, SORT)) {
            boolean descending = code.startsWith("-");
            String by = descending ? code.substring(1) : code;
            if (by.equals(ListOrder.NAME) || by.equals(ListOrder.CHANGED) || fields.isOrder(kind, by)) {
                return new ListOrder(by, descending);
            }
            problems.add(new ListProblem(SORT, code, ListProblem.Kind.NO_ORDER));
        }
        return ListOrder.BY_NAME;
    }

    private static List<String> values(MultiValueMap<String, String> given, String name) {
        return given.getOrDefault(name, List.of()).stream().filter(value -> value != null && !value.isBlank()).map(String::strip).distinct().toList();
    }

    /** One filter, read. */
    private record Field(ListField field, MultiValueMap<String, String> given, List<ListProblem> problems) {

        Wanted wanted() {
            var terms = new ArrayList<String>();
            Double least = field.form().isRange() ? end(field.least(), false) : null;
            Double most = field.form().isRange() ? end(field.most(), true) : null;
            boolean known = false;
            boolean notKnown = false;
            for (String value : values(given, field.parameter())) {
                if (value.equals(KNOWN)) {
                    known = true;
                } else if (value.equals(NOT_KNOWN)) {
                    notKnown = true;
                } else if (field.form().isRange()) {
                    least = number(field.parameter(), value, false);
                    most = number(field.parameter(), value, true);
                } else if (terms.size() == MOST_VALUES) {
                    problems.add(new ListProblem(field.parameter(), value, ListProblem.Kind.TOO_MANY));
                } else if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0 || !isValue(value)) {
                    problems.add(new ListProblem(field.parameter(), value, ListProblem.Kind.NO_CHOICE));
                } else {
                    terms.add(value);
                }
            }
            return new Wanted(field.key(), terms, least, most, known, notKnown);
        }

        private boolean isValue(String value) {
            FactDeclaration fact = field.fact();
            return switch (field.form()) {
                case CHOICE -> fact != null && (fact.type() == FactType.BOOLEAN ? value.equals("true") || value.equals("false") : fact.choices().containsKey(value));
                case CODE -> value.matches("[A-Za-z][A-Za-z0-9 -]{1,39}");
                default -> true;
            };
        }

        private @Nullable Double end(String parameter, boolean upper) {
            Double end = null;
            for (String value : values(given, parameter)) {
                end = number(parameter, value, upper);
            }
            return end;
        }

        /** A number, or the first or last day of a date in days since 1970. */
        private @Nullable Double number(String parameter, String value, boolean upper) {
            if (field.form() == ListField.Form.DATE) {
                var day = Day.parse(value);
                if (day.isEmpty()) {
                    problems.add(new ListProblem(parameter, value, ListProblem.Kind.NO_DAY));
                }
                return day.map(some -> (double) (upper ? some.latest() : some.earliest()).toEpochDay()).orElse(null);
            }
            String digits = value.replaceAll("[\\s\\p{Z}]", "");
            if (digits.length() <= LONGEST_NUMBER && digits.matches("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")) {
                return new BigDecimal(digits).doubleValue();
            }
            problems.add(new ListProblem(parameter, value, ListProblem.Kind.NO_NUMBER));
            return null;
        }
    }
}

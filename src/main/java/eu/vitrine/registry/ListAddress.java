package eu.vitrine.registry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Writes the address of a list; equal requests have equal addresses. */
@Component
class ListAddress {

    private final ListFields fields;

    ListAddress(ListFields fields) {
        this.fields = fields;
    }

    /** Path and query of a request, from its first page on. */
    String of(ListRequest request) {
        return of(request, null);
    }

    /** @param after word of a place in the list, or null for the first page */
    String of(ListRequest request, @Nullable String after) {
        String query = query(request, after);
        String path = RecordPaths.list(request.search().kind());
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The query alone, without question mark; empty where nothing is asked. */
    String query(ListRequest request, @Nullable String after) {
        var query = new ArrayList<>(search(request.search()));
        request.columns().forEach(column -> query.add(pair(ListReading.COLUMNS, column)));
        if (request.size() != ListRequest.SIZE) {
            query.add(pair(ListReading.SIZE, Integer.toString(request.size())));
        }
        if (after != null) {
            query.add(pair(ListReading.AFTER, after));
        }
        return String.join("&", query);
    }

    /** Name and value of each parameter that says which records, and in which order. */
    List<String> search(RecordSearch search) {
        var query = new ArrayList<String>();
        if (!search.text().isEmpty()) {
            query.add(pair(ListReading.TEXT, search.text()));
        }
        for (ListField field : fields.of(search.kind())) {
            search.wanted().stream().filter(wanted -> wanted.key().equals(field.key())).forEach(wanted -> add(query, field, wanted));
        }
        if (!search.order().equals(ListOrder.BY_NAME)) {
            query.add(pair(ListReading.SORT, search.order().code()));
        }
        return query;
    }

    private static void add(List<String> query, ListField field, Wanted wanted) {
        wanted.terms().forEach(term -> query.add(pair(field.parameter(), term)));
        if (wanted.known()) {
            query.add(pair(field.parameter(), ListReading.KNOWN));
        }
        if (wanted.notKnown()) {
            query.add(pair(field.parameter(), ListReading.NOT_KNOWN));
        }
        if (wanted.atLeast() != null) {
            query.add(pair(field.least(), text(field, wanted.atLeast())));
        }
        if (wanted.atMost() != null) {
            query.add(pair(field.most(), text(field, wanted.atMost())));
        }
    }

    /** An end of a range as it is typed. */
    static String text(ListField field, @Nullable Double end) {
        if (end == null) {
            return "";
        }
        if (field.form() == ListField.Form.DATE) {
            return LocalDate.ofEpochDay(end.longValue()).toString();
        }
        BigDecimal number = new BigDecimal(end.toString()).stripTrailingZeros();
        return number.scale() < 0 && number.precision() - number.scale() <= 15 ? number.toPlainString() : number.toString();
    }

    private static String pair(String name, String value) {
        return name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}

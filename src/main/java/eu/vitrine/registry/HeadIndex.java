package eu.vitrine.registry;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the table by which lists are searched in step with the head revisions, whose content alone it repeats. */
@Component
class HeadIndex {

    static final String PROVIDER = "@provider";
    static final String LICENCE = "@licence";
    static final String LICENCE_OF_WEIGHTS = "@licence-of-weights";
    static final String SERVICE = "@service";
    static final String VERSION = "@version";
    static final String WORDS = "@words";

    /** Longest term kept: index entries of PostgreSQL end below 2700 bytes, and a character may take four. */
    private static final int TERM = 600;
    private static final int WORDS_LENGTH = 4000;

    private final JdbcTemplate jdbc;
    private final Vocabulary vocabulary;

    HeadIndex(JdbcTemplate jdbc, Vocabulary vocabulary) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
    }

    /** Replaces what is kept about a record by what its head revision says. */
    void write(UUID record, Content head) {
        jdbc.update("DELETE FROM registry_head WHERE record_id = ?", record);
        jdbc.batchUpdate("INSERT INTO registry_head (record_id, fact_id, position, term, words) VALUES (?, ?, ?, ?, ?)", rows(record, head));
    }

    void clear() {
        jdbc.update("DELETE FROM registry_head");
    }

    private List<Object[]> rows(UUID record, Content head) {
        var rows = new ArrayList<Object[]>();
        for (FactDeclaration declared : vocabulary.facts()) {
            if (declared.kind() == head.kind() && declared.filter()) {
                terms(rows, record, declared.id(), terms(head.facts().get(declared.id())));
            }
        }
        if (head.kind() == Kind.MODEL) {
            references(rows, record, head);
        }
        rows.add(new Object[] {record, WORDS, 0, null, words(head)});
        return rows;
    }

    private static void references(List<Object[]> rows, UUID record, Content model) {
        var file = model.file();
        terms(rows, record, PROVIDER, file.provider() == null ? Set.of() : Set.of(file.provider().slug()));
        terms(rows, record, LICENCE, slugs(file.licences()));
        terms(rows, record, LICENCE_OF_WEIGHTS, slugs(file.licences().stream()
                .filter(licence -> terms(licence.facts().get(Content.ARTEFACTS)).contains("weights")).limit(1).toList()));
        terms(rows, record, SERVICE, slugs(file.services()));
        terms(rows, record, VERSION, file.version() == null ? Set.of() : Set.of(file.version()));
    }

    private static Set<String> slugs(List<Subject.Part> parts) {
        return parts.stream().map(Subject.Part::slug).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void terms(List<Object[]> rows, UUID record, String fact, Set<String> terms) {
        int position = 0;
        for (String term : terms) {
            rows.add(new Object[] {record, fact, position++, cut(term, TERM), null});
        }
    }

    /** The values that a filter compares; a table is never one. */
    private static Set<String> terms(Fact fact) {
        return switch (fact.claim().value()) {
            case null -> Set.of();
            case FactValue.Truth truth -> Set.of(Boolean.toString(truth.value()));
            case FactValue.Text text -> Set.of(text.value());
            case FactValue.Date date -> Set.of(date.day().text());
            case FactValue.Items items -> new LinkedHashSet<>(items.values());
            case FactValue.Amount amount -> amount.value() == null ? Set.of() : Set.of(amount.value().toPlainString());
            case FactValue.Rows rows -> Set.of();
        };
    }

    /** What a text search compares: slug, name and every text among the filter facts, in lower case. */
    private String words(Content head) {
        var words = new LinkedHashSet<String>(List.of(head.slug(), head.file().name()));
        for (FactDeclaration declared : vocabulary.facts()) {
            boolean named = declared.kind() == head.kind() && declared.filter() && declared.type().isString() && declared.choices().isEmpty();
            if (named) {
                words.addAll(terms(head.facts().get(declared.id())));
            }
        }
        return cut(String.join("\n", words).toLowerCase(Locale.ROOT), WORDS_LENGTH);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}

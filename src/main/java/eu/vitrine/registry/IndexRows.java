package eu.vitrine.registry;

import eu.vitrine.exchange.Lineage;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the index for one record, from its head revision alone.
 *
 * @param heads record, kind, fact, position, term
 * @param figures record, kind, fact, least, greatest, name to sort by
 * @param words record, kind, source, standing, word
 */
record IndexRows(Entry entry, String sortName, List<Object[]> heads, List<Object[]> figures, List<Object[]> words) {

    /** Longest term kept: index entries of PostgreSQL end below 2700 bytes, and a character may take four. */
    static final int TERM = 400;
    private static final int NAME = 300;
    /** Words kept of texts beyond names and identifiers; of longer texts the beginning. */
    private static final int MOST_WORDS = 150;
    private static final int TEXT = 500;
    private static final String IDENTIFIERS = "model.identifiers.";

    /**
     * A record as it stands.
     *
     * @param changedAt when its head was saved, in microseconds since 1970
     */
    record Entry(UUID record, String name, long changedAt, @Nullable String unit, Content head) {

        /** Whether its import was taken back: such a record says nothing, and stands in no list. */
        boolean withdrawn() {
            return name.endsWith(Revision.TAKEN_BACK) && head.facts().all().isEmpty();
        }
    }

    static IndexRows of(Entry entry, Vocabulary vocabulary) {
        String sortName = sortName(entry.name(), entry.head().slug());
        var rows = new IndexRows(entry, sortName, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (entry.withdrawn()) {
            return rows;
        }
        for (FactDeclaration declared : vocabulary.facts()) {
            if (declared.kind() == entry.head().kind() && declared.filter()) {
                rows.fact(declared.id(), entry.head().facts().get(declared.id()));
            }
        }
        if (entry.head().kind() == Kind.MODEL) {
            rows.references();
        }
        rows.identifiers(vocabulary);
        rows.spell(vocabulary);
        return rows;
    }

    /** By what a record stands in lists by name: without case and accents, the slug behind it. */
    static String sortName(String name, String slug) {
        return cut(Tokens.folded(name), NAME) + "\u0001" + slug;
    }

    private String kind() {
        return entry.head().kind().name();
    }

    private void fact(String id, Fact fact) {
        if (fact.state() == State.NONE) {
            heads.add(new Object[] {entry.record(), kind(), id, 0, null});
        }
        terms(id, terms(fact));
        double[] range = range(fact);
        if (range.length > 0) {
            figures.add(new Object[] {entry.record(), kind(), id, range[0], range[1]});
        }
    }

    private static double[] range(Fact fact) {
        return switch (fact.claim().value()) {
            case FactValue.Amount amount -> new double[] {amount.low(), amount.high()};
            case FactValue.Date date -> new double[] {date.day().earliest().toEpochDay(), date.day().latest().toEpochDay()};
            case null, default -> new double[0];
        };
    }

    private void references() {
        var file = entry.head().file();
        terms(HeadIndex.PROVIDER, file.provider() == null ? Set.of() : Set.of(file.provider().slug()));
        terms(HeadIndex.LICENCE, slugs(file.licences()));
        terms(HeadIndex.LICENCE_OF_WEIGHTS, slugs(file.licences().stream()
                .filter(licence -> terms(licence.facts().get(Content.ARTEFACTS)).contains("weights")).limit(1).toList()));
        terms(HeadIndex.SERVICE, slugs(file.services()));
        terms(HeadIndex.BASE, Lineage.bases(file.model()).stream().map(Lineage.Base::model).collect(Collectors.toCollection(LinkedHashSet::new)));
        terms(HeadIndex.LIFECYCLE, terms(file.model().get(Content.LIFECYCLE_OF)));
        terms(HeadIndex.VERSION, file.version() == null ? Set.of() : Set.of(file.version()));
    }

    private static Set<String> slugs(List<Subject.Part> parts) {
        return parts.stream().map(Subject.Part::slug).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** By what a record is found at once: its slug, the hash of its head, and a model's own identifiers, in lower case. */
    private void identifiers(Vocabulary vocabulary) {
        var found = new LinkedHashSet<String>(List.of(entry.head().slug(), Sha256.of(entry.head().file().canonical())));
        vocabulary.facts().stream().filter(declared -> declared.id().startsWith(IDENTIFIERS) && declared.kind() == entry.head().kind())
                .forEach(declared -> found.addAll(terms(entry.head().facts().get(declared.id()))));
        terms(HeadIndex.IDENTIFIER, found.stream().map(identifier -> identifier.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private void spell(Vocabulary vocabulary) {
        var names = new LinkedHashSet<String>();
        for (String name : List.of(entry.name(), entry.head().slug())) {
            names.addAll(Tokens.of(name));
            names.add(Tokens.squeezed(name));
        }
        var others = new LinkedHashSet<String>();
        if (entry.head().file().version() != null) {
            names.addAll(Tokens.of(entry.head().file().version()));
        }
        for (FactDeclaration declared : vocabulary.facts()) {
            FactType type = declared.element() == null ? declared.type() : declared.element();
            if (declared.kind() == entry.head().kind() && type == FactType.TEXT) {
                terms(entry.head().facts().get(declared.id())).forEach(text -> (declared.filter() ? names : others).addAll(Tokens.of(cut(text, TEXT))));
            }
        }
        names.remove("");
        names.forEach(word -> words.add(new Object[] {entry.record(), kind(), kind(), 0, word}));
        others.stream().filter(word -> !names.contains(word)).limit(MOST_WORDS)
                .forEach(word -> words.add(new Object[] {entry.record(), kind(), kind(), 1, word}));
    }

    private void terms(String fact, Collection<String> terms) {
        int position = 0;
        for (String term : terms) {
            heads.add(new Object[] {entry.record(), kind(), fact, position++, cut(term, TERM)});
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
            case FactValue.Amount amount -> Set.of(ListFigures.term(amount));
            case FactValue.Rows rows -> Set.of();
        };
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}

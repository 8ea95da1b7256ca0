package eu.vitrine.facts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the vocabulary says about one fact. Forms, imports, exports, the JSON Schema, filters, rule types and dossier
 * sections are derived from it.
 *
 * @param index position in the vocabulary, from 0
 * @param id {@code kind.path}
 * @param kind kind of record that holds it
 * @param section name of its section
 * @param type type of the value
 * @param element type of the elements of a list
 * @param unit unit of numbers
 * @param choices codes with their English labels, for choices and lists of choices; empty otherwise
 * @param columns columns of a table; empty otherwise
 * @param key names of the columns that identify a row
 * @param refersTo kind of record that a reference names
 * @param label short noun phrase
 * @param question what a form asks
 * @param means definition in one sentence
 * @param why why it is asked, in plain words
 * @param articles citations
 * @param knownBy who may lawfully know it
 * @param example an answer as it might be
 * @param filter whether lists can be searched by it
 * @param first whether an assessment needs an answer before it says much: these are asked first, and together
 * @param prose whether the text may have several lines, lists and links, and is shown so
 * @param staleAfterDays days after which it should be looked up again, or null when it does not age
 * @param judgement whether it is a person's reasoned reading, never filled by an import
 * @param askWhen condition under which asking makes sense
 * @param check condition that known facts must not contradict
 * @param formerly earlier ids of the same fact
 * @param inheritedBy relations to a base model (column {@code relation} of {@code model.lineage.bases}) by which a model takes this fact over
 *     from its base until its own record says otherwise; shown to people, read by no rule
 * @param ofVersion whether each version of a model has its own, so that a new version does not take it over from the one before
 * @param retired whether it is kept for old records only
 */
public record FactDeclaration(
        int index,
        String id,
        Kind kind,
        String section,
        FactType type,
        @Nullable FactType element,
        @Nullable String unit,
        Map<String, String> choices,
        List<Column> columns,
        List<String> key,
        @Nullable Kind refersTo,
        String label,
        String question,
        String means,
        String why,
        List<String> articles,
        KnownBy knownBy,
        String example,
        boolean filter,
        boolean first,
        boolean prose,
        @Nullable Integer staleAfterDays,
        boolean judgement,
        @Nullable String askWhen,
        @Nullable String check,
        List<String> formerly,
        List<String> inheritedBy,
        boolean ofVersion,
        boolean retired) {

    /** Who may lawfully know a fact. */
    public enum KnownBy {
        /** Public, or published by choice. */
        PUBLIC("anyone: it is public or can be published"),
        /** Owed to those who build on the model. */
        DOWNSTREAM("those who build on the model, who may ask the provider"),
        /** Owed to the AI Office and national authorities only. */
        AUTHORITIES("the provider and the authorities; the law lets the provider keep it from others"),
        /** Ourselves. */
        US("we ourselves");

        private final String words;

        KnownBy(String words) {
            this.words = words;
        }

        /** For people, to follow "known to". */
        public String words() {
            return words;
        }
    }

    /**
     * One column of a table.
     *
     * @param choices codes with their English labels, for a choice
     * @param refersTo kind of record that a reference names
     */
    public record Column(String name, FactType type, String label, Map<String, String> choices, @Nullable Kind refersTo) {
        /** A column that is no reference. */
        public Column(String name, FactType type, String label, Map<String, String> choices) {
            this(name, type, label, choices, null);
        }

        public Column {
            choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    public FactDeclaration {
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        articles = List.copyOf(articles);
        formerly = List.copyOf(formerly);
        inheritedBy = List.copyOf(inheritedBy);
    }

    /** The path below the kind: {@code training.compute} of {@code model.training.compute}. */
    public String path() {
        return id.substring(kind.code().length() + 1);
    }

    /** Whether anybody last looked longer before this day than the fact keeps; no where it does not age or nobody knows when that was. */
    public boolean isStale(Claim claim, LocalDate on) {
        Day looked = claim.lookedOn();
        return staleAfterDays != null && looked != null && looked.latest().plusDays(staleAfterDays).isBefore(on);
    }

    /** The column with this name, or null when there is none. */
    public @Nullable Column column(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return null;
    }
}

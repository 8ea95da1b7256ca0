package eu.vitrine.formats;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a table hold.
 *
 * @param kind kind of record in each row
 * @param targets for each column {@code slug}, {@code name}, {@code version}, {@code family}, {@code provider}, {@code licences},
 *     {@code services}, the id of a fact, such an id with {@code .source}, {@code .as_of} or {@code .note}, or nothing for a column
 *     that is not read
 */
public record TableColumns(Kind kind, List<String> targets) {

    /** Columns that are no facts, of a model; other kinds have the first two. */
    public static final List<String> ATTRIBUTES = List.of("slug", "name", "version", "family", "provider", "licences", "services");
    /** What may be said about a fact beside its value. */
    public static final List<String> BESIDES = List.of(".source", ".as_of", ".note");

    /** What of a model a licence covers; stands with the licence in the column of the licences. */
    static final String ARTEFACTS = "licence.artefacts";

    private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("id", "slug"), Map.entry("model", "name"), Map.entry("modelname", "name"),
            Map.entry("title", "name"), Map.entry("license", "licences"), Map.entry("licence", "licences"), Map.entry("licenses", "licences"),
            Map.entry("supplier", "provider"), Map.entry("company", "provider"), Map.entry("service", "services"));

    public TableColumns {
        targets = List.copyOf(targets);
    }

    /** What may stand in a column of a table of this kind: id with label, in the order of the vocabulary. */
    public static Map<String, String> choices(Vocabulary vocabulary, Kind kind) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String attribute : kind == Kind.MODEL ? ATTRIBUTES : ATTRIBUTES.subList(0, 2)) {
            choices.put(attribute, attribute);
        }
        facts(vocabulary, kind).forEach(declared -> choices.put(declared.id(), declared.label()));
        return choices;
    }

    /** The facts that a column can hold: no tables, no judgements. */
    static List<FactDeclaration> facts(Vocabulary vocabulary, Kind kind) {
        return vocabulary.sections(kind).stream().flatMap(section -> section.facts().stream())
                .filter(declared -> declared.type() != FactType.TABLE && !declared.judgement() && !declared.retired()
                        && !declared.id().equals(ARTEFACTS)).toList();
    }

    /** The kind that most headers speak of; models where none says. */
    public static Kind kindOf(Vocabulary vocabulary, List<String> headers) {
        Kind best = Kind.MODEL;
        long most = 0;
        for (Kind kind : Kind.values()) {
            long named = headers.stream().filter(header -> header.startsWith(kind.code() + ".")).count();
            if (named > most) {
                best = kind;
                most = named;
            }
        }
        return best;
    }

    /** Finds what the columns hold by their names: ids, labels and what they are commonly called. A name that fits nothing is left out. */
    public static TableColumns guess(Vocabulary vocabulary, Kind kind, List<String> headers) {
        Map<String, String> byName = new HashMap<>();
        choices(vocabulary, kind).forEach((id, label) -> {
            byName.putIfAbsent(key(label), id);
            byName.put(key(id), id);
        });
        facts(vocabulary, kind).forEach(declared -> {
            byName.putIfAbsent(key(declared.path()), declared.id());
            declared.formerly().forEach(former -> byName.putIfAbsent(key(former), declared.id()));
        });
        KNOWN.forEach((name, attribute) -> {
            if (byName.containsKey(attribute)) {
                byName.putIfAbsent(name, attribute);
            }
        });
        Set<String> taken = new HashSet<>();
        List<String> targets = new ArrayList<>();
        for (String header : headers) {
            String target = target(header, byName);
            targets.add(target.isEmpty() || taken.add(target) ? target : "");
        }
        return new TableColumns(kind, targets);
    }

    private static String target(String header, Map<String, String> byName) {
        for (String beside : BESIDES) {
            if (header.endsWith(beside)) {
                String fact = byName.getOrDefault(key(header.substring(0, header.length() - beside.length())), "");
                return fact.contains(".") ? fact + beside : "";
            }
        }
        return byName.getOrDefault(key(header), "");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]", "");
    }

    /** What is wrong with this choice of columns, in sentences. */
    public List<String> problems(Vocabulary vocabulary, List<String> headers) {
        List<String> problems = new ArrayList<>();
        Set<String> allowed = new HashSet<>(choices(vocabulary, kind).keySet());
        facts(vocabulary, kind).forEach(declared -> BESIDES.forEach(beside -> allowed.add(declared.id() + beside)));
        Set<String> seen = new HashSet<>();
        for (String target : targets) {
            if (!target.isEmpty() && !allowed.contains(target)) {
                problems.add("A table of this kind has no column \"" + target + "\".");
            } else if (!target.isEmpty() && !seen.add(target)) {
                problems.add("Two columns hold \"" + target + "\"; choose one.");
            }
        }
        if (targets.size() != headers.size()) {
            problems.add("The file has " + headers.size() + " columns, and " + targets.size() + " are described.");
        }
        if (!seen.contains("slug") && !seen.contains("name")) {
            problems.add("One column must hold the slug or the name of the record.");
        }
        return problems;
    }
}

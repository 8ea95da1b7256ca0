package eu.vitrine.dossier;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.State;
import java.util.ArrayList;
import java.util.List;

/** Facts as rows of tables. Facts about which nothing at all is recorded share one sentence instead of a row each. */
final class FactTables {

    /** A column of remarks needs no name before each of them. */
    private static final String NOTE = "note";

    private final Texts texts;
    private final Sources sources;

    FactTables(Texts texts, Sources sources) {
        this.texts = texts;
        this.sources = sources;
    }

    /** The sections one after the other, with headings of their own. */
    List<Fields> sections(List<Section> sections, Facts facts) {
        return sections.stream().map(section -> table(section.facts(), facts)
                .with("label", section.label()).with("intro", section.intro())).toList();
    }

    /** The same of what is recorded and read alone; a section without any of it is left out. */
    List<Fields> read(List<Section> sections, Facts facts, java.util.Set<String> read) {
        List<Fields> tables = new ArrayList<>();
        for (Section section : sections) {
            Fields table = table(section.facts().stream().filter(fact -> read.contains(fact.id())).toList(), facts).with("silent", null);
            if (table.get("rows") instanceof List<?> rows && !rows.isEmpty()) {
                tables.add(table.with("label", section.label()).with("intro", ""));
            }
        }
        return tables;
    }

    /** One table of all sections. */
    Fields table(List<FactDeclaration> declarations, Facts facts) {
        List<Fields> rows = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (FactDeclaration declaration : declarations) {
            Fact fact = facts.get(declaration.id());
            if (fact.equals(Fact.unknown(declaration.id()))) {
                if (!declaration.retired()) {
                    silent.add(declaration.label());
                }
            } else {
                rows.add(row(declaration, fact));
            }
        }
        return new Fields().with("rows", rows).with("silent", silent.isEmpty() ? null : String.join("; ", silent));
    }

    /** Where the chosen claim of a fact is said. */
    Fields source(Fact fact) {
        return sources.cite(fact.claim().sourceUrl(), fact.claim().asOf());
    }

    private Fields row(FactDeclaration declaration, Fact fact) {
        List<Fields> others = fact.also().stream().map(other -> other(declaration, fact, other)).toList();
        return claim(declaration, fact.claim())
                .with("label", declaration.label())
                .with("judgement", declaration.judgement())
                .with("others", others);
    }

    private Fields other(FactDeclaration declaration, Fact fact, Claim other) {
        boolean disagrees = new Fact(fact.id(), fact.claim(), List.of(other)).inConflict();
        boolean says = other.state() != State.UNKNOWN;
        return claim(declaration, other)
                .with("lead", texts.of(disagrees && fact.state() == State.UNKNOWN ? "other.unsettled"
                        : disagrees ? "other.disagrees" : says ? "other.agrees" : "other.notes"))
                .with("disagrees", disagrees)
                .with("says", says);
    }

    private Fields claim(FactDeclaration declaration, Claim claim) {
        return new Fields()
                .with("value", value(declaration, claim))
                .with("known", claim.state() == State.VALUE || claim.state() == State.NONE)
                .with("counted", claim.value() instanceof FactValue.Rows rows && !rows.rows().isEmpty())
                .with("lines", lines(declaration, claim))
                .with("by", by(claim))
                .with("note", claim.note())
                .with("searched", searched(claim))
                .with("address", declaration.type() == FactType.URL && claim.value() instanceof FactValue.Text url
                        ? sources.cite(url.value(), null) : null)
                .with("unsourced", claim.sourceUrl() == null && claim.state() != State.UNKNOWN)
                .with("source", sources.cite(claim.sourceUrl(), claim.asOf()));
    }

    /** The words of a claim as they stand in a table of their own. */
    private static String value(FactDeclaration declaration, Claim claim) {
        String words = words(declaration, claim);
        return claim.state() == State.NONE || claim.value() instanceof FactValue.Truth ? Texts.capital(words) : words;
    }

    /** A claim in words, with countries and languages by name and long addresses cut short. */
    static String words(FactDeclaration declaration, Claim claim) {
        if (claim.value() instanceof FactValue.Text text) {
            return declaration.type() == FactType.URL ? Sources.brief(text.value()) : Places.named(declaration, text.value());
        }
        if (claim.value() instanceof FactValue.Items items && !items.values().isEmpty()) {
            return String.join(", ", items.values().stream().map(item -> Places.named(declaration, item)).toList());
        }
        return FactWords.of(declaration, claim);
    }

    private List<String> lines(FactDeclaration declaration, Claim claim) {
        List<String> lines = new ArrayList<>();
        if (claim.value() instanceof FactValue.Rows rows) {
            rows.rows().forEach(row -> lines.add(line(declaration, row)));
        }
        boolean many = claim.value() instanceof FactValue.Rows || claim.value() instanceof FactValue.Items;
        if (many && claim.completeness() == Completeness.INCOMPLETE) {
            lines.add(texts.of("table.incomplete"));
        }
        return lines;
    }

    /** A row as one line: what it is about, then its other cells, named where they do not speak for themselves. */
    private String line(FactDeclaration declaration, FactValue.Row row) {
        List<String> cells = new ArrayList<>();
        for (FactDeclaration.Column column : declaration.columns()) {
            FactValue value = row.cell(column.name());
            if (value != null) {
                String words = FactWords.cell(column, value);
                boolean speaks = cells.isEmpty() || column.type() == FactType.CHOICE || column.name().equals(NOTE);
                cells.add(speaks ? words : column.label() + ": " + words);
            }
        }
        String head = cells.isEmpty() ? "" : cells.removeFirst();
        String mark = row.sourceUrl() == null ? "" : " " + sources.cite(row.sourceUrl(), row.asOf()).get("mark");
        return (cells.isEmpty() ? head : head + ": " + String.join("; ", cells)) + mark;
    }

    private String by(Claim claim) {
        if (!(claim.value() instanceof FactValue.Amount amount) || amount.by() == null && amount.method() == null) {
            return "";
        }
        String who = amount.by() == null ? "" : texts.of("amount.by", "who", amount.by());
        return who + (amount.method() == null ? "" : (who.isEmpty() ? "" : ", ") + amount.method());
    }

    private String searched(Claim claim) {
        Claim.Search search = claim.searched();
        if (search == null || search.where().isEmpty() && search.by() == null) {
            return "";
        }
        String where = search.where().isEmpty() ? texts.of("searched.nowhere") : String.join(", ", search.where());
        return texts.of("searched.where", "where", where) + (search.by() == null ? "" : texts.of("searched.by", "who", search.by()));
    }
}

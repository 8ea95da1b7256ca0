package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records of one kind as the rows of a table that {@link TableFormat} reads again. */
public final class RecordSheet {

    private final Kind kind;
    private final List<FactDeclaration> facts;

    public RecordSheet(Vocabulary vocabulary, Kind kind) {
        this.kind = kind;
        this.facts = TableColumns.facts(vocabulary, kind);
    }

    /** The facts of a kind that no cell can hold, by label: tables and a person's judgements. */
    public static List<String> leftOut(Vocabulary vocabulary, Kind kind) {
        return vocabulary.sections(kind).stream().flatMap(section -> section.facts().stream())
                .filter(declared -> declared.type() == FactType.TABLE || declared.judgement()).map(FactDeclaration::label).toList();
    }

    /** Names of the columns. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(kind == Kind.MODEL ? TableColumns.ATTRIBUTES : TableColumns.ATTRIBUTES.subList(0, 2));
        for (FactDeclaration declared : facts) {
            headers.add(declared.id());
            TableColumns.BESIDES.forEach(beside -> headers.add(declared.id() + beside));
        }
        return headers;
    }

    /** The cells of one record, as many as there are headers. */
    public List<String> row(RecordFile record) {
        List<String> cells = new ArrayList<>(List.of(record.slug(), record.name()));
        if (kind == Kind.MODEL) {
            cells.add(said(record.version()));
            cells.add(said(record.family()));
            cells.add(record.provider() == null ? "" : record.provider().slug());
            cells.add(record.licences().stream().map(RecordSheet::licence).collect(Collectors.joining("; ")));
            cells.add(record.services().stream().map(Subject.Part::slug).collect(Collectors.joining("; ")));
        }
        for (FactDeclaration declared : facts) {
            Claim claim = record.factsOf(kind).get(declared.id()).claim();
            boolean silent = claim.equals(Claim.unknown());
            String text = silent ? "" : CellText.write(declared, claim).orElse("");
            cells.add(text);
            cells.add(text.isEmpty() ? "" : said(claim.sourceUrl()));
            cells.add(text.isEmpty() || claim.asOf() == null ? "" : claim.asOf().text());
            cells.add(text.isEmpty() ? "" : said(claim.note()));
        }
        return cells;
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String licence(Subject.Part licence) {
        return licence.facts().get(TableColumns.ARTEFACTS).claim().value() instanceof FactValue.Items items && !items.values().isEmpty()
                ? licence.slug() + " (" + String.join(", ", items.values()) + ")" : licence.slug();
    }
}

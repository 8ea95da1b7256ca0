package eu.vitrine.intake;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordWriter;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.BomExport;
import eu.vitrine.formats.CycloneDx;
import eu.vitrine.formats.Formats;
import eu.vitrine.formats.NotCarried;
import eu.vitrine.formats.RecordSheet;
import eu.vitrine.formats.SheetWriter;
import eu.vitrine.registry.ListedRecords;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.Records;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.MultiValueMap;

/** Hands records out, one after another, so that no list is too long. Each export leaves an event before its first byte. */
@Service
@PreAuthorize("isAuthenticated()")
class Exports {

    /** Whatever a model refers to comes before it. */
    private static final List<Kind> ORDER = List.of(Kind.PROVIDER, Kind.LICENCE, Kind.SERVICE, Kind.MODEL, Kind.USE, Kind.ORGANISATION);

    private final ModelRegistry registry;
    private final Records records;
    private final ListedRecords listed;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final TransactionOperations transactions;
    private final Vocabulary vocabulary;
    private final RecordWriter writer;
    private final Formats formats;
    private final Clock clock;
    private final OwnKnowledge own;

    Exports(ModelRegistry registry, Records records, ListedRecords listed, AuditTrail trail, CurrentActor current, TransactionOperations transactions,
            Vocabulary vocabulary, Formats formats, Clock clock, OwnKnowledge own) {
        this.registry = registry;
        this.records = records;
        this.listed = listed;
        this.trail = trail;
        this.current = current;
        this.transactions = transactions;
        this.vocabulary = vocabulary;
        this.writer = RecordWriter.with(vocabulary);
        this.formats = formats;
        this.clock = clock;
        this.own = own;
    }

    record Named(Kind kind, String slug) {}

    /** The records of a list, narrowed by its query. */
    public List<Named> listed(Kind kind, MultiValueMap<String, String> query) {
        return listed.slugs(kind, query).stream().map(slug -> new Named(kind, slug)).toList();
    }

    /** Every record the person may see. */
    public List<Named> everything() {
        List<Named> all = new ArrayList<>();
        ORDER.forEach(kind -> all.addAll(listed(kind, new org.springframework.util.LinkedMultiValueMap<>())));
        return all;
    }

    /** Records that somebody takes these records out, under this name. */
    public void note(String name, List<Named> taken, String query) {
        transactions.executeWithoutResult(status -> trail.record(AuditEntry.of(current.actor(), "records.exported", AuditEntry.Subject.of("export", name))
                .with("records", taken.size()).with("query", query)));
    }

    /** @throws eu.vitrine.registry.NoSuchRecord if a single one is not there */
    public RecordFile record(Kind kind, String slug) {
        return registry.record(kind, slug);
    }

    /**
     * Writes the records; a table holds those of one kind.
     *
     * @param withOwn whether a format of others holds what only we know
     */
    public void write(ExportShape shape, List<Named> taken, boolean withOwn, OutputStream out) throws IOException {
        switch (shape) {
            case YAML -> {
                for (Named one : taken) {
                    if (taken.size() > 1) {
                        out.write("---\n".getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(writer.yaml(record(one.kind(), one.slug())));
                }
            }
            case JSON -> {
                String before = taken.size() == 1 ? "" : "[\n";
                for (Named one : taken) {
                    out.write(before.getBytes(StandardCharsets.UTF_8));
                    out.write(writer.json(record(one.kind(), one.slug())));
                    before = ",\n";
                }
                out.write((taken.size() == 1 ? "\n" : taken.isEmpty() ? "[]\n" : "\n]\n").getBytes(StandardCharsets.UTF_8));
            }
            case CSV, XLSX -> table(shape, taken, out);
            case CYCLONEDX_JSON, CYCLONEDX_XML, SPDX -> out.write(ofOthers(shape, taken.getFirst().slug(), withOwn).bytes());
        }
    }

    /**
     * One model in a format that others made, with what that cannot carry or was left out.
     *
     * @param withOwn whether what only we know goes with it
     * @throws eu.vitrine.registry.NoSuchRecord if there is no such model
     */
    public BomExport ofOthers(ExportShape shape, String model, boolean withOwn) {
        RecordFile whole = record(Kind.MODEL, model);
        OwnKnowledge.Public known = withOwn ? OwnKnowledge.Public.all(whole) : own.without(whole);
        BomExport export = ofOthers(shape, known.file());
        List<NotCarried> missing = new ArrayList<>(known.leftOut());
        if (known.remarks() > 0) {
            missing.add(new NotCarried(null, "notes", false, "Left out beside " + known.remarks() + (known.remarks() == 1 ? " fact" : " facts")
                    + ", with why a source was chosen and who searched: colleagues wrote it for each other."));
        }
        missing.addAll(export.notCarried());
        return new BomExport(export.bytes(), missing);
    }

    /** What YAML and JSON hold of a model that others do not know. */
    public OwnKnowledge.Public ownKnowledge(String model) {
        return own.without(record(Kind.MODEL, model));
    }

    private BomExport ofOthers(ExportShape shape, RecordFile file) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return switch (shape) {
            case CYCLONEDX_JSON -> formats.cycloneDx().write(file, CycloneDx.Version.V1_7, CycloneDx.Encoding.JSON, at);
            case CYCLONEDX_XML -> formats.cycloneDx().write(file, CycloneDx.Version.V1_7, CycloneDx.Encoding.XML, at);
            case SPDX -> formats.spdx().write(file, at);
            default -> throw new IllegalArgumentException(shape + " is a format of ours");
        };
    }

    private void table(ExportShape shape, List<Named> taken, OutputStream out) throws IOException {
        Kind kind = taken.isEmpty() ? Kind.MODEL : taken.getFirst().kind();
        RecordSheet sheet = new RecordSheet(vocabulary, kind);
        try (SheetWriter rows = shape == ExportShape.CSV ? SheetWriter.csv(unclosed(out)) : SheetWriter.xlsx(unclosed(out), kind.code() + "s")) {
            rows.row(sheet.headers());
            for (Named one : taken) {
                rows.row(sheet.row(records.head(kind, one.slug()).file()));
            }
        }
    }

    /** The stream of an answer is the container's to close. */
    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}

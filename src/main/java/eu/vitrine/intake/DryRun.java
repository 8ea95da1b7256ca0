package eu.vitrine.intake;

import eu.vitrine.exchange.RecordMerge;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.formats.Formats;
import eu.vitrine.formats.Imported;
import eu.vitrine.formats.ImportedRecord;
import eu.vitrine.formats.Place;
import eu.vitrine.formats.RecordFiles;
import eu.vitrine.formats.RecordFormat;
import eu.vitrine.formats.Remark;
import eu.vitrine.formats.TableFormat;
import eu.vitrine.registry.ImportPlan;
import eu.vitrine.registry.ImportPlans;
import eu.vitrine.registry.SlugTaken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the files of an import and works out what would become of each record; saves nothing but that. */
@Component
class DryRun {

    /** So many records are looked at between two signs of life. */
    private static final int STEP = 100;

    private final ImportStore store;
    private final ImportResults results;
    private final Formats formats;
    private final ImportPlans plans;
    private final Wording wording;
    private final Matching matching;
    private final TransactionOperations transactions;

    DryRun(ImportStore store, ImportResults results, Formats formats, ImportPlans plans, Wording wording, Matching matching, TransactionOperations transactions) {
        this.store = store;
        this.results = results;
        this.formats = formats;
        this.plans = plans;
        this.wording = wording;
        this.matching = matching;
        this.transactions = transactions;
    }

    /** Runs to the end, or until a later run begins. */
    void run(UUID id, int run) {
        boolean ended = false;
        try {
            ended = runToEnd(id, run);
        } finally {
            if (!ended) {
                store.failed(id, run);
            }
        }
    }

    private boolean runToEnd(UUID id, int run) {
        ImportJob job = store.find(id).orElseThrow();
        List<Remark> remarks = new ArrayList<>();
        Reading reading = read(job, store.files(id), remarks);
        List<Read> read = reading.records();
        ImportPlan plan = new ImportPlan();
        Places places = new Places();
        for (int i = 0; i < read.size(); i++) {
            if (i % STEP == 0 && !store.progress(id, run, i, read.size())) {
                return true;
            }
            add(plan, read.get(i), places, remarks);
        }
        if (!store.progress(id, run, read.size(), read.size())) {
            return true;
        }
        List<ImportResults.Planned> planned = planned(plan, places, read);
        transactions.executeWithoutResult(status -> {
            boolean current = store.lock(id).filter(now -> now.run() == run && now.state() == ImportJob.State.CHECKING).isPresent();
            if (current) {
                results.replace(id, planned, remarks);
                store.checked(id, counts(planned, remarks), reading.asks());
            }
        });
        return true;
    }

    /** A record with the weight of its file, and by what it was found. */
    private record Read(ImportedRecord record, RecordMerge.Standing standing, @Nullable String by) {}

    private record Reading(List<Read> records, boolean asks) {}

    private Reading read(ImportJob job, List<ImportStore.Kept> files, List<Remark> remarks) {
        Map<String, List<Source>> byFormat = new LinkedHashMap<>();
        for (ImportStore.Kept file : files) {
            if (file.format() == null) {
                remarks.add(new Remark(Remark.Weight.REJECTED, Place.of(file.source().name()), null, null, null,
                        "the file looks like none of the formats that are read here", "Choose its format, or save it as one of those that are."));
            } else {
                byFormat.computeIfAbsent(file.format(), format -> new ArrayList<>()).add(file.source());
            }
        }
        List<Read> records = new ArrayList<>();
        List<ImportedRecord> ofOthers = new ArrayList<>();
        Set<ImportedRecord> nameless = new HashSet<>();
        byFormat.forEach((id, sources) -> {
            RecordFormat format = formats.of(id).orElseThrow();
            Imported imported = read(format, job, sources);
            remarks.addAll(imported.remarks());
            if (id.equals(RecordFiles.ID) || format instanceof TableFormat) { // these name their records by slug
                var standing = job.bundle() ? RecordMerge.Standing.BUNDLE
                        : id.equals(RecordFiles.ID) ? RecordMerge.Standing.OWN_RECORD : RecordMerge.Standing.FURTHER_SOURCE;
                imported.records().forEach(record -> records.add(new Read(record, standing, null)));
            } else {
                ofOthers.addAll(imported.records());
                nameless.addAll(format.namesRecord() ? List.of() : imported.records());
            }
        });
        Matching.Result result = matching.match(ofOthers, job.about(), nameless);
        result.records().forEach(matched -> records.add(new Read(matched.record(), RecordMerge.Standing.FURTHER_SOURCE, matched.by())));
        remarks.addAll(result.open());
        return new Reading(records, result.asks());
    }

    /** Of tables one is read at a time, because what its columns hold is said for that one. */
    private static Imported read(RecordFormat format, ImportJob job, List<Source> sources) {
        if (!(format instanceof TableFormat table)) {
            return format.read(sources, job.origin());
        }
        Imported imported = table.read(sources.getFirst(), job.origin(), job.columns());
        List<Remark> remarks = new ArrayList<>(imported.remarks());
        sources.stream().skip(1).forEach(other -> remarks.add(new Remark(Remark.Weight.REJECTED, Place.of(other.name()), null, null, null,
                "one table is read at a time, and this is another", "Import it by itself.")));
        return new Imported(imported.records(), remarks);
    }

    private void add(ImportPlan plan, Read read, Places places, List<Remark> remarks) {
        ImportedRecord record = read.record();
        try {
            plans.add(plan, record.file(), record.place().file(), read.standing());
            places.add(record);
        } catch (InvalidFile e) {
            e.problems().forEach(problem -> remarks.add(rejected(record, problem.message(), "Correct the file and import it again.")));
        } catch (SlugTaken e) {
            remarks.add(rejected(record, String.valueOf(e.getMessage()), "Give the record another slug."));
        }
    }

    private static Remark rejected(ImportedRecord record, String problem, String remedy) {
        return new Remark(Remark.Weight.REJECTED, record.place(), record.file().slug(), null, null, problem, remedy);
    }

    private List<ImportResults.Planned> planned(ImportPlan plan, Places places, List<Read> read) {
        Map<String, String> by = new HashMap<>();
        read.stream().filter(one -> one.by() != null).forEach(one -> by.put(one.record().file().slug(), String.valueOf(one.by())));
        List<ImportResults.Planned> planned = new ArrayList<>();
        for (ImportPlan.Proposal proposal : plan.proposals()) {
            Entry.Outcome outcome = !proposal.changes() ? Entry.Outcome.UNCHANGED : proposal.isNew() ? Entry.Outcome.NEW : Entry.Outcome.CHANGED;
            var changes = wording.changes(proposal, places);
            planned.add(new ImportResults.Planned(new Entry(planned.size(), proposal.kind(), proposal.slug(), proposal.file().name(), outcome,
                    proposal.expected(), places.of(proposal.kind(), proposal.slug()), changes, null,
                    proposal.kind() == Kind.MODEL ? by.get(proposal.slug()) : null), proposal.file().canonical()));
        }
        return planned;
    }

    private static ImportJob.Counts counts(List<ImportResults.Planned> planned, List<Remark> remarks) {
        int[] of = new int[Entry.Outcome.values().length];
        planned.forEach(one -> of[one.entry().outcome().ordinal()]++);
        Set<String> rejected = new HashSet<>();
        remarks.stream().filter(remark -> remark.weight() == Remark.Weight.REJECTED)
                .forEach(remark -> rejected.add(remark.place().file() + " " + (remark.place().path() != null ? remark.place().line() : remark.record())));
        return new ImportJob.Counts(of[0], of[1], of[2], rejected.size());
    }
}

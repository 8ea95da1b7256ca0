package eu.vitrine.intake;

import eu.vitrine.formats.Remark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page shows of the results of a dry run: remarks first, then records by what would become of them. */
@Component
class ImportReport {

    static final int PAGE = 50;
    private static final int REMARKS = 200;

    private final ImportResults results;

    ImportReport(ImportResults results) {
        this.results = results;
    }

    /** @param show code of an outcome; anything else shows what would change */
    void onto(Model model, ImportJob job, String show, int page) {
        Entry.Outcome chosen = Stream.of(Entry.Outcome.values()).filter(outcome -> outcome.name().toLowerCase(Locale.ROOT).equals(show)).findFirst()
                .orElse(job.counts().changed() > 0 ? Entry.Outcome.CHANGED : job.counts().fresh() > 0 ? Entry.Outcome.NEW : Entry.Outcome.UNCHANGED);
        int from = (Math.max(1, page) - 1) * PAGE;
        int total = Map.of(Entry.Outcome.NEW, job.counts().fresh(), Entry.Outcome.CHANGED, job.counts().changed(), Entry.Outcome.UNCHANGED, job.counts().unchanged())
                .get(chosen);
        boolean ready = job.state() != ImportJob.State.CHECKING && job.state() != ImportJob.State.FAILED;
        List<Remark> remarks = ready ? results.remarks(job.id(), REMARKS) : List.of();
        model.addAttribute("rejected", remarks.stream().filter(remark -> remark.weight() == Remark.Weight.REJECTED).toList());
        model.addAttribute("leftOut", remarks.stream().filter(remark -> remark.weight() == Remark.Weight.FIELD_LEFT_OUT).toList());
        model.addAttribute("notFacts", remarks.stream().filter(remark -> remark.weight() == Remark.Weight.NOT_A_FACT).toList());
        model.addAttribute("remarksInAll", ready ? results.countRemarks(job.id()) : 0);
        model.addAttribute("remarksShown", remarks.size());
        model.addAttribute("chosen", chosen.name().toLowerCase(Locale.ROOT));
        model.addAttribute("entries", ready ? results.entries(job.id(), List.of(chosen), from, PAGE) : List.of());
        model.addAttribute("entriesInAll", total);
        model.addAttribute("from", from + 1);
        model.addAttribute("previous", from > 0 ? Math.max(1, page) - 1 : null);
        model.addAttribute("next", from + PAGE < total ? Math.max(1, page) + 1 : null);
    }
}

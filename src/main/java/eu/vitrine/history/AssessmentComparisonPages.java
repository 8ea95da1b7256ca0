package eu.vitrine.history;

import eu.vitrine.assessment.AssessmentComparison;
import eu.vitrine.assessment.AssessmentComparisons;
import eu.vitrine.assessment.AssessmentLine;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.web.OpenDoors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Two assessments of one record side by side: what is answered otherwise, and which facts and rules changed between them. */
@Controller
@RequestMapping({"/models/{slug}/assessments/{number}/compare/{other}", "/uses/{slug}/assessments/{number}/compare/{other}",
    "/organisation/assessments/{number}/compare/{other}"})
class AssessmentComparisonPages {

    private final AssessmentComparisons assessments;
    private final Assessments all;
    private final Comparisons comparisons;
    private final Records records;
    private final OpenDoors doors;

    AssessmentComparisonPages(AssessmentComparisons assessments, Assessments all, Comparisons comparisons, Records records, OpenDoors doors) {
        this.assessments = assessments;
        this.all = all;
        this.comparisons = comparisons;
        this.records = records;
        this.doors = doors;
    }

    @ModelAttribute("place")
    Place place(HttpServletRequest request, @PathVariable(required = false) @Nullable String slug) {
        return Place.at(request.getRequestURI(), slug, records);
    }

    /**
     * A record that both assessments read and that changed between them, or that only one read.
     *
     * @param before revision that the first read; 0 for none
     * @param after revision that the second read; 0 for none
     * @param changes what of its facts differs; empty where only one read it
     */
    record Reading(RecordName record, int before, int after, List<FactChange> changes) {

        /** Path of the comparison of the two revisions, or null where only one was read. */
        public @Nullable String compare() {
            return before == 0 || after == 0 ? null : record.path() + "/revisions/compare?from=" + before + "&to=" + after;
        }
    }

    @GetMapping
    String compare(@ModelAttribute("place") Place place, @PathVariable int number, @PathVariable int other, Model page) {
        AssessmentComparison comparison = assessments.of(place.kind(), place.slug(), number, other);
        List<Reading> readings = readings(comparison);
        int facts = readings.stream().mapToInt(reading -> reading.changes().size()).sum();
        List<AssessmentLine> lines = all.all(place.kind(), place.slug());
        page.addAttribute("comparison", comparison);
        page.addAttribute("readings", readings);
        page.addAttribute("sentence", Sentence.of(facts, comparison.deviations()));
        page.addAttribute("lines", lines);
        page.addAttribute("mayReadPolicies", doors.lead("/policies"));
        return "history/assessments";
    }

    private List<Reading> readings(AssessmentComparison comparison) {
        List<Reading> readings = new ArrayList<>();
        for (RevisionPin now : comparison.pinsAfter()) {
            int then = mate(now, comparison.pinsBefore()).map(RevisionPin::number).orElse(0);
            if (then != now.number()) {
                reading(now, then, now.number()).ifPresent(readings::add);
            }
        }
        comparison.pinsBefore().stream().filter(then -> !then.isNone() && mate(then, comparison.pinsAfter()).isEmpty())
                .forEach(then -> reading(then, then.number(), 0).ifPresent(readings::add));
        return readings;
    }

    /** Empty where the record is not there, or is one that the person may not know of. */
    private Optional<Reading> reading(RevisionPin pin, int before, int after) {
        return records.find(pin.kind(), pin.slug()).map(edition -> new Reading(new RecordName(pin.kind(), pin.slug(), edition.file().name()),
                before, after, before == 0 || after == 0 ? List.of() : comparisons.facts(pin.kind(), pin.slug(), before, after)));
    }

    private static Optional<RevisionPin> mate(RevisionPin pin, List<RevisionPin> among) {
        return among.stream().filter(one -> one.kind() == pin.kind() && one.slug().equals(pin.slug())).findFirst();
    }
}

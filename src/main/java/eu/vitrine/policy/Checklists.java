package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ticks off the entries of a form one by one, from what is recorded of each. */
final class Checklists {

    private final Duty.Checklist checklist;
    private final Run run;

    private Checklists(Duty.Checklist checklist, Run run) {
        this.checklist = checklist;
        this.run = run;
    }

    /** The entries as they stand on the day of the run, under the assumptions that it makes just now; none where a duty has no form. */
    static List<ChecklistEntry> of(Duty.@Nullable Checklist checklist, PolicySet set, Run run, Reasons reasons) {
        if (checklist == null) {
            return List.of();
        }
        Checklists form = new Checklists(checklist, run);
        LawDatum fields = set.law(checklist.of());
        List<ChecklistEntry> entries = new ArrayList<>();
        for (Object field : (List<?>) fields.on(run.asOf())) {
            String id = (String) field;
            Value needed = run.evalFor(id, checklist.needed());
            entries.add(new ChecklistEntry(id, fields.labels().getOrDefault(id, id), form.answer(id),
                    needed.isUnknown() ? null : (Boolean) needed.known(), reasons.note(checklist.notes(), id)));
        }
        return List.copyOf(entries);
    }

    private ChecklistEntry.Answer answer(String field) {
        if (run.evalFor(field, checklist.missing()).isTrue()) {
            return ChecklistEntry.Answer.MISSING;
        }
        if (run.evalFor(field, checklist.partly()).isTrue()) {
            return ChecklistEntry.Answer.PARTLY;
        }
        if (run.evalFor(field, checklist.doesNotApply()).isTrue()) {
            return ChecklistEntry.Answer.DOES_NOT_APPLY;
        }
        return run.evalFor(field, checklist.given()).isTrue() ? ChecklistEntry.Answer.GIVEN : ChecklistEntry.Answer.NOT_READ;
    }
}

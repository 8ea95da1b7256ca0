package eu.vitrine.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the fields of a form one by one. */
final class Checklists {

    private Checklists() {}

    /** One entry for each field, in the order of the form; none without a checklist. */
    static List<ChecklistEntry> of(Duty.@Nullable Checklist checklist, PolicySet set, Run run, Reasons reasons) {
        if (checklist == null) {
            return List.of();
        }
        LawDatum fields = set.law(checklist.of());
        List<ChecklistEntry> entries = new ArrayList<>();
        for (Object field : (List<?>) fields.on(run.asOf())) {
            String id = (String) field;
            Value needed = run.evalFor(id, checklist.needed());
            entries.add(new ChecklistEntry(id, fields.labels().getOrDefault(id, id), answer(checklist, id, run),
                    needed.isUnknown() ? null : (Boolean) needed.known(), reasons.note(checklist.notes(), id)));
        }
        return List.copyOf(entries);
    }

    private static ChecklistEntry.Answer answer(Duty.Checklist checklist, String field, Run run) {
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

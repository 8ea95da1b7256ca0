package eu.vitrine.assessment;

import eu.vitrine.policy.ChecklistEntry;
import eu.vitrine.policy.Outcome;
import java.util.List;

/**
 * The fields of a form, one by one, as somebody read them: what lacks first.
 *
 * @param fields in the order of the form
 */
public record FieldReport(List<ChecklistEntry> fields) {

    public FieldReport {
        fields = List.copyOf(fields);
    }

    /** Fields that must be given and were seen to be missing, incomplete or wrongly left out. */
    public List<ChecklistEntry> lacking() {
        return fields.stream().filter(ChecklistEntry::isLacking).toList();
    }

    /** How many fields must be given or may have to be. */
    public int needed() {
        return (int) fields.stream().filter(field -> !Boolean.FALSE.equals(field.needed())).count();
    }

    /** How many fields nobody has read that must be given or may have to be. */
    public int unread() {
        return (int) fields.stream().filter(field -> field.answer() == ChecklistEntry.Answer.NOT_READ && !Boolean.FALSE.equals(field.needed())).count();
    }

    /** Whether no field at all was read. */
    public boolean isUnread() {
        return fields.stream().allMatch(field -> field.answer() == ChecklistEntry.Answer.NOT_READ);
    }

    /** How a field was read, as it is drawn: a cross where a needed one is missing. */
    public static OutcomeMark mark(ChecklistEntry field) {
        String words = field.answer().words();
        return switch (field.answer()) {
            case GIVEN -> OutcomeMark.of(Outcome.Shape.TICK, words);
            case PARTLY -> OutcomeMark.of(Outcome.Shape.HALF, words);
            case MISSING -> OutcomeMark.of(field.isLacking() ? Outcome.Shape.CROSS : Outcome.Shape.DASH, words);
            case DOES_NOT_APPLY -> OutcomeMark.of(field.isLacking() ? Outcome.Shape.CROSS : Outcome.Shape.DASH, words);
            case NOT_READ -> OutcomeMark.of(Outcome.Shape.QUESTION, words);
        };
    }

    /** The number of a field as the form itself prints it. */
    public static String number(ChecklistEntry field) {
        return field.id().substring(field.id().indexOf('-') + 1);
    }
}

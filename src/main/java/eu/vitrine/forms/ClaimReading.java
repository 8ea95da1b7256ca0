package eu.vitrine.forms;

import eu.vitrine.exchange.StatedFact;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.State;
import eu.vitrine.web.FormErrors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads claims out of what was typed, by the rules that read files and the few that only a form can have. */
final class ClaimReading {

    /** Fields of a source, which the whole page can give once for those answers that have none of their own. */
    static final List<String> SOURCE = List.of("source_url", "as_of", "tier", "evidence", "evidence_add");
    /** Prefix of the source that the whole page gives. */
    static final String PAGE = "section";

    private final Input input;
    private final LocalDate today;
    private final FormErrors errors;

    /** @param errors gets what is wrong, by field */
    ClaimReading(Input input, LocalDate today, FormErrors errors) {
        this.input = input;
        this.today = today;
        this.errors = errors;
    }

    /**
     * The claim in the fields with this prefix.
     *
     * @param before what was said until now
     */
    Claim claim(FactDeclaration declared, String prefix, Claim before) {
        String answer = input.text(prefix + ":answer");
        boolean typed = typed(declared, prefix);
        State state = state(declared, prefix, answer, typed);
        if (state == State.UNKNOWN && answer.equals(State.UNKNOWN.code()) && typed && before.value() == null) {
            errors.add(prefix + ":answer", "forms.wrong.unknown-with-value", declared.label());
        }
        if (state == State.VALUE && !typed && !answer.startsWith(ClaimFields.CHOSEN)) {
            errors.add(prefix + ":" + (declared.type() == FactType.TABLE ? "rows" : "value"), "forms.wrong.no-value", declared.label());
            return before;
        }
        reasons(declared, prefix, state);
        var problems = new ArrayList<Problem>();
        Input whole = state == State.UNKNOWN ? input : withSourceOfPage(prefix);
        Claim claim = StatedFact.read(declared, ClaimNode.of(declared, whole, prefix, state), problems).claim();
        problems.forEach(problem -> add(problem.file(), declared, problem.message()));
        // That a person was asked and does not know is worth keeping; without the day it would read as if nobody had been asked.
        boolean asked = answer.equals(State.UNKNOWN.code()) && claim.equals(Claim.unknown());
        return asked || input.has(prefix + ":checked") ? claim.checked(Day.of(today)) : claim;
    }

    /** Complains about the source that the page gives for all its answers, if it is none. */
    boolean pageSourceIsSound(FactDeclaration any) {
        var problems = new ArrayList<Problem>();
        StatedFact.read(any, ClaimNode.of(any, input, PAGE, State.UNKNOWN), problems);
        problems.forEach(problem -> errors.add(problem.file(), "forms.problem", FieldWords.of(problem.message(), any)));
        return problems.isEmpty();
    }

    private void add(String field, FactDeclaration declared, String message) {
        String words = FieldWords.of(message, declared);
        errors.add(field, "forms.problem", words.contains(declared.label()) ? words : declared.label() + ": " + words);
    }

    private State state(FactDeclaration declared, String prefix, String answer, boolean typed) {
        if (answer.isEmpty()) {
            return typed ? State.VALUE : State.UNKNOWN;
        }
        if (answer.startsWith(ClaimFields.CHOSEN)) {
            return State.VALUE;
        }
        return State.of(answer).orElseGet(() -> {
            errors.add(prefix + ":answer", "forms.wrong.no-answer", declared.label());
            return State.UNKNOWN;
        });
    }

    /** Whether anything stands in the fields of a value. */
    private boolean typed(FactDeclaration declared, String prefix) {
        if (declared.type() == FactType.TABLE) {
            return input.fields().entrySet().stream().anyMatch(field -> field.getKey().startsWith(prefix + ":row:")
                    && field.getValue().stream().anyMatch(text -> !text.isBlank()));
        }
        return !ClaimFields.isPicked(declared) && (!input.all(prefix + ":value").isEmpty() || !input.text(prefix + ":value_add").isEmpty()
                || declared.type().isNumber() && !(input.text(prefix + ":min").isEmpty() && input.text(prefix + ":max").isEmpty()));
    }

    /** An answer that is no value says why: where somebody searched and when, or why the question does not apply. */
    private void reasons(FactDeclaration declared, String prefix, State state) {
        if (state == State.NOT_APPLICABLE && input.text(prefix + ":note").isEmpty()) {
            errors.add(prefix + ":note", "forms.wrong.no-reason", declared.label());
        }
        if (state == State.ABSENT && input.lines(prefix + ":searched_where").isEmpty()) {
            errors.add(prefix + ":searched_where", "forms.wrong.no-place", declared.label());
        }
        if (state == State.ABSENT && input.text(prefix + ":searched_on").isEmpty()) {
            errors.add(prefix + ":searched_on", "forms.wrong.no-day", declared.label());
        }
    }

    private Input withSourceOfPage(String prefix) {
        Input whole = input;
        if (input.text(prefix + ":source_url").isEmpty()) {
            for (String field : SOURCE) {
                String ofPage = input.text(PAGE + ":" + field);
                if (input.text(prefix + ":" + field).isEmpty() && !ofPage.isEmpty()) {
                    whole = whole.with(prefix + ":" + field, ofPage);
                }
            }
        }
        return whole;
    }
}

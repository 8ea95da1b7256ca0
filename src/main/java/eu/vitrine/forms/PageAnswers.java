package eu.vitrine.forms;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Facts;
import eu.vitrine.web.FormErrors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers on one page of a form.
 *
 * @param changed the facts that say something else than before, as far as they could be read
 * @param errors what is wrong, by field
 */
record PageAnswers(List<Fact> changed, FormErrors errors) {

    PageAnswers {
        changed = List.copyOf(changed);
    }

    /**
     * Reads what was typed. A question whose fields are as they were shown is not touched, so that nothing is lost that a
     * form cannot show.
     *
     * @param before what the record said when the page was shown
     */
    static PageAnswers of(FormPage page, Input input, Facts before, LocalDate today, ArchivedBytes archived) {
        var errors = new FormErrors();
        var reading = new ClaimReading(input, today, errors);
        if (!page.asked().isEmpty() && !reading.pageSourceIsSound(page.asked().getFirst())) {
            reading = new ClaimReading(input.only(name -> !name.startsWith(ClaimReading.PAGE + ":")), today, errors);
        }
        var changed = new ArrayList<Fact>();
        for (FactDeclaration declared : page.asked()) {
            Fact fact = before.get(declared.id());
            if (!input.has(declared.id() + Input.SHOWN) || input.sameAs(ClaimFields.of(declared, fact.claim(), declared.id()), declared.id())) {
                continue;
            }
            int wrong = errors.all().size();
            Claim claim = reading.claim(declared, declared.id(), fact.claim());
            archived.check(declared.id(), fact.claim(), claim, errors);
            if (errors.all().size() == wrong && !claim.equals(fact.claim())) {
                changed.add(new Fact(fact.id(), claim, fact.also(), fact.chosenBecause()));
            }
        }
        return new PageAnswers(changed, errors);
    }

    /** What the record said before, with these answers. */
    Facts over(Facts before) {
        return before.and(Facts.of(changed));
    }
}

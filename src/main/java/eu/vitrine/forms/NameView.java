package eu.vitrine.forms;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the fields for name and references need. */
@Component
class NameView {

    private final KnownRecords known;
    private final Vocabulary vocabulary;

    NameView(KnownRecords known, Vocabulary vocabulary) {
        this.known = known;
        this.vocabulary = vocabulary;
    }

    /** @param input what stands in the fields */
    void put(Kind kind, Input input, Model model) {
        model.addAttribute("kind", kind.code());
        model.addAttribute("fields", input);
        model.addAttribute("isModel", kind == Kind.MODEL);
        if (kind == Kind.MODEL) {
            model.addAttribute("providers", known.suggestions(Kind.PROVIDER));
            model.addAttribute("licences", known.suggestions(Kind.LICENCE));
            model.addAttribute("services", known.suggestions(Kind.SERVICE));
            model.addAttribute("artefacts", vocabulary.get(FormPages.ARTEFACTS).choices());
            model.addAttribute("licenceRows", rows(input, "licence"));
            model.addAttribute("serviceRows", rows(input, "service"));
        }
    }

    private static List<Integer> rows(Input input, String of) {
        return IntStream.range(0, Math.max(1, input.number(IdentityForm.PREFIX + ":" + of + ":rows"))).boxed().toList();
    }
}

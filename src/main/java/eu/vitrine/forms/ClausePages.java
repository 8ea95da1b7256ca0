package eu.vitrine.forms;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Edition;
import eu.vitrine.registry.FactSections;
import eu.vitrine.registry.FirstQuestions;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.Revision;
import eu.vitrine.registry.Saving;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.Notice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Lets an officer take clauses of a licence text on board into the record of a licence. It happens only by that decision, because
 * only a person can tell that a model is under this very text; and only where the record has no answer of its own.
 */
@Controller
@RequestMapping("/licences/{slug}/clauses")
@PreAuthorize("hasRole('OFFICER')")
class ClausePages {

    private final Records records;
    private final LicenceBook book;
    private final Vocabulary vocabulary;
    private final FactSections sections;

    ClausePages(Records records, LicenceBook book, Vocabulary vocabulary, FactSections sections) {
        this.records = records;
        this.book = book;
        this.vocabulary = vocabulary;
        this.sections = sections;
    }

    /** A clause that the record has no answer to; {@code address} is where the text says so. */
    record Line(FactDeclaration fact, String value, @Nullable String address) {}

    @GetMapping
    String show(@PathVariable String slug, @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String then, Model page) {
        Edition head = records.head(Kind.LICENCE, slug);
        Optional<LicenceBook.Text> chosen = text.isEmpty() ? likely(head) : Optional.of(text(text));
        page.addAttribute("licence", new RecordName(Kind.LICENCE, slug, head.file().name()));
        page.addAttribute("revision", head.pin().number());
        page.addAttribute("texts", book.texts());
        page.addAttribute("chosen", chosen.orElse(null));
        page.addAttribute("lines", chosen.map(one -> lines(missing(head.facts(), one.clauses()))).orElse(List.of()));
        page.addAttribute("onward", new Onward(then));
        return "forms/clauses";
    }

    private LicenceBook.Text text(String slug) {
        return book.text(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The text with the short name or the identifier of the record. */
    private Optional<LicenceBook.Text> likely(Edition head) {
        FactValue id = head.facts().get("licence.id").claim().value();
        return book.text(head.pin().slug()).or(() -> book.texts().stream()
                .filter(one -> id != null && id.equals(one.clauses().get("licence.id").claim().value())).findFirst());
    }

    private static List<Fact> missing(Facts recorded, Facts clauses) {
        return clauses.all().stream().filter(clause -> clause.state() != State.UNKNOWN && !FirstQuestions.isAnswered(recorded.get(clause.id()).claim())).toList();
    }

    private List<Line> lines(List<Fact> clauses) {
        Facts facts = Facts.of(clauses);
        return clauses.stream().map(clause -> new Line(vocabulary.get(clause.id()), sections.words(facts, clause.id()), clause.claim().sourceUrl())).toList();
    }

    /** Takes over all clauses that the record has no answer to. */
    @PostMapping
    String take(@PathVariable String slug, @RequestParam String text, @RequestParam int revision, @RequestParam(defaultValue = "") String then,
            RedirectAttributes redirect) {
        Edition head = records.head(Kind.LICENCE, slug);
        LicenceBook.Text chosen = text(text);
        List<Fact> missing = missing(head.facts(), chosen.clauses());
        if (!missing.isEmpty()) {
            try {
                records.save(new Saving(Kind.LICENCE, head.file().withFacts(Kind.LICENCE, head.facts().and(Facts.of(missing))), revision), Revision.Origin.FORM,
                        "Clauses of the text on board: " + chosen.name());
            } catch (StaleRevision meanwhile) { // other clauses may be missing now; the page shows which
                Notice.on(redirect, "clauses.moved-on");
                redirect.addAttribute("text", chosen.slug()).addAttribute("then", new Onward(then).then());
                return "redirect:/licences/" + slug + "/clauses";
            }
        }
        Notice.on(redirect, "clauses.taken", missing.size(), chosen.name());
        return "redirect:" + new Onward(then).after(new Place(Kind.LICENCE, slug, head.file().name()));
    }
}

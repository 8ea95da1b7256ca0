package eu.vitrine.forms;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.SlugTaken;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a new record: its name and, of a model, what it refers to. All else is answered section by section afterwards. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class NewPages {

    private static final String SLUG = IdentityForm.PREFIX + ":slug";
    private static final Identity NOTHING = new Identity("", null, null, null, List.of(), List.of());

    private final Records records;
    private final KnownRecords known;
    private final IdentityForm identities;
    private final NameView names;
    private final Edits edits;

    NewPages(Records records, KnownRecords known, IdentityForm identities, NameView names, Edits edits) {
        this.records = records;
        this.known = known;
        this.identities = identities;
        this.names = names;
        this.edits = edits;
    }

    @GetMapping({"/models/new", "/providers/new", "/licences/new", "/services/new", "/uses/new", "/organisation/new"})
    String form(HttpServletRequest request, Model model) {
        Kind kind = kind(request);
        return kind == Kind.ORGANISATION && records.organisation().isPresent() ? "redirect:/organisation/edit"
                : show(kind, Input.none(), new FormErrors(), model);
    }

    private String show(Kind kind, Input input, FormErrors errors, Model model) {
        names.put(kind, input, model);
        model.addAttribute("errors", errors);
        return "forms/new";
    }

    @PostMapping({"/models/new", "/providers/new", "/licences/new", "/services/new", "/uses/new", "/organisation/new"})
    String register(HttpServletRequest request, @RequestParam("do") String act, @RequestParam MultiValueMap<String, String> all, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        Kind kind = kind(request);
        Input typed = SectionPages.typed(all);
        if (act.startsWith("row-")) {
            return show(kind, RowChange.of(act).on(typed), new FormErrors(), model);
        }
        var errors = new FormErrors();
        IdentityForm.Typed read = identities.read(kind, typed, NOTHING, errors);
        String slug = slug(kind, typed, read.identity().name(), errors);
        if (!errors.any()) {
            RecordFile empty = kind == Kind.MODEL ? RecordFile.ofModel(slug, read.identity().name(), null, null)
                    : RecordFile.of(kind, slug, read.identity().name(), Facts.none());
            try {
                edits.register(kind, read.identity().on(kind, empty), read);
                Notice.on(redirect, "forms.registered", read.identity().name());
                return "redirect:" + new Place(kind, slug, read.identity().name()).edit();
            } catch (StaleRevision | SlugTaken taken) {
                errors.add(SLUG, "forms.wrong.slug.taken", slug);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(kind, typed, errors, model);
    }

    /** The slug typed, or one made of the name. */
    private String slug(Kind kind, Input typed, String name, FormErrors errors) {
        String slug = typed.text(SLUG).isEmpty() ? IdentityForm.proposed(name) : typed.text(SLUG);
        if (!name.isEmpty() && (!Codes.isSlug(slug) || slug.equals("new"))) {
            errors.add(SLUG, "forms.wrong.slug", slug);
        } else if (!slug.isEmpty() && known.isThere(kind, slug)) {
            errors.add(SLUG, "forms.wrong.slug.taken", slug);
        }
        return slug;
    }

    private static Kind kind(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Places.kind(path.substring(1, path.indexOf('/', 1)));
    }
}

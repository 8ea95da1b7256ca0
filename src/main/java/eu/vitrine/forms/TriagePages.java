package eu.vitrine.forms;

import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.SlugTaken;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.requests.Requests;
import eu.vitrine.requests.UseRequest;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registers a model, a tool or a use by a few questions on one page; of a request, with what the colleague already said. */
@Controller
@RequestMapping("/register")
@PreAuthorize("hasRole('OFFICER')")
class TriagePages {

    private static final Identity NOTHING = new Identity("", null, null, null, List.of(), List.of());
    private static final String PROVIDER = IdentityForm.PREFIX + ":provider";
    /** Before the name of a field, for what is picked from the records offered. */
    private static final String PICK = "pick:";
    private static final String NAME = IdentityForm.PREFIX + ":name";

    private final Triage triage;
    private final IdentityForm identities;
    private final KnownRecords known;
    private final Edits edits;
    private final Requests requests;
    private final TransactionTemplate transactions;

    TriagePages(Triage triage, IdentityForm identities, KnownRecords known, Edits edits, Requests requests, TransactionTemplate transactions) {
        this.triage = triage;
        this.identities = identities;
        this.known = known;
        this.edits = edits;
        this.requests = requests;
        this.transactions = transactions;
    }

    @GetMapping
    String choose(@RequestParam(required = false) @Nullable Integer request, Model page) {
        page.addAttribute("request", request == null ? null : requests.one(request));
        return "forms/register";
    }

    /** @param service slug of the service that is used, chosen beforehand */
    @GetMapping("/{what:tool|use|model}")
    String form(@PathVariable String what, @RequestParam(required = false) @Nullable Integer request, @RequestParam(defaultValue = "") String service,
            Model page) {
        var fields = new LinkedHashMap<String, List<String>>();
        UseRequest asked = request == null ? null : requests.one(request);
        if (asked != null) {
            fields.put(NAME, List.of(asked.asked().what()));
            fields.put("use.purpose", List.of(asked.asked().purpose()));
            put(fields, "use.data_class", asked.asked().dataClass());
            put(fields, Triage.SOURCE, what.equals("use") ? null : asked.asked().url());
        }
        put(fields, "use.service", service);
        return show(what, new Input(fields), asked, new FormErrors(), page);
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, List.of(value));
        }
    }

    @PostMapping("/{what:tool|use|model}")
    String register(@PathVariable String what, @RequestParam(required = false) @Nullable Integer request, @RequestParam MultiValueMap<String, String> all,
            Model page, HttpServletResponse response, RedirectAttributes redirect) {
        Kind kind = kind(what);
        Input typed = SectionPages.typed(picked(all));
        UseRequest asked = request == null ? null : requests.one(request);
        var errors = new FormErrors();
        IdentityForm.Typed read = identities.read(kind, typed, NOTHING, errors);
        String name = read.identity().name();
        String slug = IdentityForm.proposed(name);
        if (!name.isEmpty() && (slug.isEmpty() || slug.equals("new"))) {
            errors.add(NAME, "triage.wrong.name", name);
        } else if (!name.isEmpty() && known.isThere(kind, slug)) {
            errors.add(NAME, "triage.wrong.taken", name);
        }
        Facts facts = triage.read(kind, typed, errors);
        if (!errors.any()) {
            try {
                transactions.executeWithoutResult(status -> {
                    edits.register(kind, Triage.file(kind, slug, read.identity(), facts), read);
                    link(asked, new RecordName(kind, slug, name));
                });
                Notice.on(redirect, "triage.registered." + what, name);
                return "redirect:" + next(kind, slug);
            } catch (StaleRevision | SlugTaken taken) {
                errors.add(NAME, "triage.wrong.taken", name);
            } catch (InvalidFile refused) {
                errors.add(NAME, "triage.wrong.refused", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(what, typed, asked, errors, page);
    }

    /** What was picked from a list stands in the place of what was typed. */
    private static MultiValueMap<String, String> picked(MultiValueMap<String, String> all) {
        var fields = new LinkedMultiValueMap<String, String>(all);
        all.forEach((name, values) -> {
            if (name.startsWith(PICK) && !values.getFirst().isBlank()) {
                fields.set(name.substring(PICK.length()), values.getFirst());
            }
        });
        fields.keySet().removeIf(name -> name.startsWith(PICK));
        return fields;
    }

    /** Options for a field, out of what stands in it. */
    @GetMapping("/matches/{kind}")
    String matches(@PathVariable String kind, @RequestParam Map<String, String> typed, Model page) {
        page.addAttribute("matches", known.offers(Kind.of(kind).orElseThrow(TriagePages::notFound), typed.values().stream().findFirst().orElse("").strip()));
        return "forms/triage-record :: matches";
    }

    /** The request shows the record it became; what was said about its answer stays. */
    private void link(@Nullable UseRequest asked, RecordName record) {
        if (asked != null && asked.status().isOpen()) {
            requests.progress(asked.number(), asked.version(), asked.status() == eu.vitrine.requests.RequestStatus.WAITING, asked.expectedOn(), record);
        }
    }

    private static String next(Kind kind, String slug) {
        return switch (kind) {
            case SERVICE -> "/register/tool/" + slug;
            case MODEL -> RecordName.pathOf(kind, slug) + "/edit";
            default -> RecordName.pathOf(kind, slug);
        };
    }

    /** What can be done next with a tool just registered. */
    @GetMapping("/tool/{slug}")
    String registered(@PathVariable String slug, Model page) {
        page.addAttribute("slug", known.resolve(Kind.SERVICE, slug)
                .orElseThrow(TriagePages::notFound));
        return "forms/registered-tool";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String show(String what, Input typed, @Nullable UseRequest asked, FormErrors errors, Model page) {
        page.addAttribute("what", what);
        page.addAttribute("typed", typed);
        page.addAttribute("request", asked);
        page.addAttribute("errors", errors);
        page.addAttribute("questions", triage.questions(kind(what)));
        Kind kind = kind(what);
        var suggestions = new LinkedHashMap<String, List<RecordName>>();
        var offers = new LinkedHashMap<String, List<RecordName>>();
        references(kind).forEach((field, of) -> {
            suggestions.put(field, known.suggestions(of));
            offers.put(field, errors.on(field).isPresent() ? known.offers(of, typed.text(field)) : List.of());
        });
        page.addAttribute("suggestions", suggestions);
        page.addAttribute("offers", offers);
        return "forms/triage";
    }

    /** Fields that name one record, with its kind. */
    private Map<String, Kind> references(Kind kind) {
        var fields = new LinkedHashMap<String, Kind>();
        triage.questions(kind).stream().filter(question -> question.type() == FactType.REFERENCE && question.refersTo() != null)
                .forEach(question -> fields.put(question.id(), Objects.requireNonNull(question.refersTo())));
        if (kind == Kind.MODEL) {
            fields.put(PROVIDER, Kind.PROVIDER);
        }
        return fields;
    }

    private static Kind kind(String what) {
        return what.equals("tool") ? Kind.SERVICE : what.equals("use") ? Kind.USE : Kind.MODEL;
    }
}

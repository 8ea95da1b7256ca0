package eu.vitrine.requests;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.RecordName;
import eu.vitrine.web.DatesInWords;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which colleagues ask and officers answer. */
@Controller
@RequestMapping("/requests")
@PreAuthorize("isAuthenticated()")
class RequestPages {

    private static final String DATA_CLASS = "use.data_class";
    private static final int LONGEST_WHAT = 300;
    private static final int LONGEST_URL = 1_000;
    private static final int LONGEST_TEXT = 4_000;

    private final Requests requests;
    private final ModelRegistry registry;
    private final CurrentActor current;
    private final DatesInWords dates;
    private final FactDeclaration dataClass;

    RequestPages(Requests requests, ModelRegistry registry, CurrentActor current, DatesInWords dates, Vocabulary vocabulary) {
        this.requests = requests;
        this.registry = registry;
        this.current = current;
        this.dates = dates;
        this.dataClass = vocabulary.get(DATA_CLASS);
    }

    @Bean
    @Order(60)
    static NavEntry requestsEntry() {
        return new NavEntry("nav.requests", "/requests", true);
    }

    @GetMapping
    String list(Model page) {
        boolean all = seesAll();
        page.addAttribute("open", all ? requests.open() : List.of());
        page.addAttribute("closed", all ? requests.closed() : List.of());
        page.addAttribute("own", requests.own());
        page.addAttribute("all", all);
        page.addAttribute("today", dates.today());
        return "requests/requests";
    }

    private boolean seesAll() {
        return current.has(Role.OFFICER) || current.has(Role.APPROVER) || current.has(Role.AUDITOR);
    }

    /** @param q what was searched for in vain */
    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String q, Model page) {
        return form(Map.of("what", q), new FormErrors(), page);
    }

    @PostMapping
    String ask(@RequestParam Map<String, String> typed, Model page, HttpServletResponse response, RedirectAttributes redirect) {
        var errors = new FormErrors();
        String what = needed("what", typed, LONGEST_WHAT, errors);
        String purpose = needed("purpose", typed, LONGEST_TEXT, errors);
        String url = text("url", typed);
        if (!url.isEmpty() && (!Codes.isAddress(url) || url.length() > LONGEST_URL)) {
            errors.add("url", "request.url.wrong");
        }
        String data = text("dataClass", typed);
        if (!data.isEmpty() && !dataClass.choices().containsKey(data)) {
            errors.add("dataClass", "request.choice.wrong");
        }
        Optional<LocalDate> wanted = day("wantedBy", typed, errors);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(typed, errors, page);
        }
        int number = requests.ask(what, url.isEmpty() ? null : url, purpose, data.isEmpty() ? null : data, wanted.orElse(null));
        Notice.on(redirect, "request.asked");
        return "redirect:/requests/" + number;
    }

    @GetMapping("/{number}")
    String one(@PathVariable int number, Model page) {
        return shown(number, Map.of(), new FormErrors(), page);
    }

    @PostMapping("/{number}/progress")
    @PreAuthorize("hasRole('OFFICER')")
    String progress(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        Optional<LocalDate> expected = day("expectedOn", typed, errors);
        Optional<RecordName> record = record(typed, errors);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(number, typed, errors, page);
        }
        requests.progress(number, version, typed.containsKey("waiting"), expected.orElse(null), record.orElse(null));
        Notice.on(redirect, "request.progressed");
        return "redirect:/requests/" + number;
    }

    @PostMapping("/{number}/answer")
    @PreAuthorize("hasRole('OFFICER')")
    String answer(@PathVariable int number, @RequestParam int version, @RequestParam Map<String, String> typed, Model page, HttpServletResponse response,
            RedirectAttributes redirect) {
        var errors = new FormErrors();
        String answer = needed("answer", typed, LONGEST_TEXT, errors);
        Optional<RecordName> record = record(typed, errors);
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(number, typed, errors, page);
        }
        requests.answer(number, version, answer, record.orElse(null));
        Notice.on(redirect, "request.answered");
        return "redirect:/requests/" + number;
    }

    @PostMapping("/{number}/withdraw")
    String withdraw(@PathVariable int number, @RequestParam int version, RedirectAttributes redirect) {
        requests.withdraw(number, version);
        Notice.on(redirect, "request.withdrawn");
        return "redirect:/requests/" + number;
    }

    private static String text(String field, Map<String, String> typed) {
        return typed.getOrDefault(field, "").strip();
    }

    private static String needed(String field, Map<String, String> typed, int longest, FormErrors errors) {
        String text = text(field, typed);
        if (text.isEmpty()) {
            errors.add(field, "request." + field + ".missing");
        } else if (text.length() > longest) {
            errors.add(field, "request.long", longest);
        }
        return text;
    }

    private static Optional<LocalDate> day(String field, Map<String, String> typed, FormErrors errors) {
        String text = text(field, typed);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            errors.add(field, "request.day.wrong", text);
            return Optional.empty();
        }
    }

    /** The record a request became, typed as the last part of its address or chosen from the list. */
    private Optional<RecordName> record(Map<String, String> typed, FormErrors errors) {
        String text = text("record", typed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<RecordName> found = Stream.of(Kind.USE, Kind.SERVICE, Kind.MODEL)
                .flatMap(kind -> registry.named(kind, List.of(text)).values().stream()).findFirst();
        if (found.isEmpty()) {
            errors.add("record", "request.record.wrong", text);
        }
        return found;
    }

    private String form(Map<String, String> typed, FormErrors errors, Model page) {
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        page.addAttribute("dataClass", dataClass);
        return "requests/new";
    }

    private String shown(int number, Map<String, String> typed, FormErrors errors, Model page) {
        UseRequest request = requests.one(number);
        page.addAttribute("request", request);
        page.addAttribute("record", named(request.record()));
        page.addAttribute("dataClass", request.asked().dataClass() == null ? null : dataClass.choices().get(request.asked().dataClass()));
        page.addAttribute("own", current.actor().id().equals(request.asked().by().id()));
        page.addAttribute("mayAnswer", current.has(Role.OFFICER));
        page.addAttribute("late", request.isLate(dates.today()));
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        return "requests/request";
    }

    private @Nullable RecordName named(@Nullable RecordName record) {
        return record == null ? null : registry.named(record.kind(), List.of(record.slug())).get(record.slug());
    }
}

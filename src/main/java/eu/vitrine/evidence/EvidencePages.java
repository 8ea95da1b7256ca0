package eu.vitrine.evidence;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of evidence, with the forms by which an officer adds to it. */
@Controller
@RequestMapping("/evidence")
@PreAuthorize(Evidence.READERS)
class EvidencePages {

    private static final int SIZE = 50;

    private final Evidence evidence;
    private final AllowedHosts hosts;
    private final CurrentActor current;

    EvidencePages(Evidence evidence, AllowedHosts hosts, CurrentActor current) {
        this.evidence = evidence;
        this.hosts = hosts;
        this.current = current;
    }

    /** What was typed, to be shown again. */
    record Typed(String title, String source, String url, String urlTitle) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long before, Model page) {
        return shown(q, before, Typed.NOTHING, new FormErrors(), page);
    }

    @PostMapping
    @PreAuthorize(Evidence.WRITERS)
    String upload(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String source, Model page, HttpServletResponse response, RedirectAttributes redirect) throws IOException {
        var errors = new FormErrors();
        if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
            errors.add("file", "evidence.file.missing");
        } else {
            try (InputStream bytes = file.getInputStream()) {
                return taken(evidence.upload(title, source, Objects.requireNonNull(file.getOriginalFilename()), bytes), redirect);
            } catch (EvidenceRefused e) {
                errors.add(uploadField(e.reason()), e.reason().key(), e.arguments().toArray());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown("", null, new Typed(title, source, "", ""), errors, page);
    }

    private static String uploadField(EvidenceRefused.Reason reason) {
        return switch (reason) {
            case TITLE -> "title";
            case ADDRESS -> "source";
            default -> "file";
        };
    }

    /** @param only whether just the address is to be noted */
    @PostMapping("/captures")
    @PreAuthorize(Evidence.WRITERS)
    String capture(@RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "false") boolean only,
            Model page, HttpServletResponse response, RedirectAttributes redirect) {
        var errors = new FormErrors();
        try {
            return taken(only ? evidence.noteAddress(title, url) : evidence.capture(title, url), redirect);
        } catch (EvidenceRefused e) {
            errors.add(e.reason() == EvidenceRefused.Reason.TITLE ? "url-title" : "url", e.reason().key(), e.arguments().toArray());
        } catch (CaptureRefused e) {
            errors.add("url", e.reason().key(), e.arguments().toArray());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown("", null, new Typed("", "", url, title), errors, page);
    }

    private String taken(EvidenceItem item, RedirectAttributes redirect) {
        Notice.on(redirect, "evidence.taken." + item.origin().name().toLowerCase(java.util.Locale.ROOT), item.title());
        return "redirect:" + item.path();
    }

    private String shown(String q, @Nullable Long before, Typed typed, FormErrors errors, Model page) {
        String text = q.strip();
        Evidence.Found found = evidence.newestFirst(text, before == null ? Long.MAX_VALUE : before, SIZE + 1);
        boolean more = found.items().size() > SIZE;
        List<EvidenceItem> items = more ? found.items().subList(0, SIZE) : found.items();
        page.addAttribute("items", items);
        page.addAttribute("total", found.total());
        page.addAttribute("text", text);
        page.addAttribute("continued", before != null);
        page.addAttribute("next", more ? items.getLast().seq() : null);
        page.addAttribute("writes", current.has(Role.OFFICER));
        page.addAttribute("administers", current.has(Role.ADMINISTRATOR));
        page.addAttribute("audits", current.has(Role.AUDITOR));
        page.addAttribute("hosts", hosts.all());
        page.addAttribute("room", evidence.room());
        page.addAttribute("accept", FileKind.accept());
        page.addAttribute("typed", typed);
        page.addAttribute("errors", errors);
        return "evidence/list";
    }
}

package eu.vitrine.intake;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
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

/** The page by which an officer brings a signed bundle of records. */
@Controller
@RequestMapping("/bundles")
@PreAuthorize("hasRole('OFFICER')")
class BundlePages {

    private final Bundles bundles;
    private final ImportWorker worker;
    private final ImportStore store;

    BundlePages(Bundles bundles, ImportWorker worker, ImportStore store) {
        this.bundles = bundles;
        this.worker = worker;
        this.store = store;
    }

    @GetMapping
    String list(Model page) {
        return shown(new FormErrors(), page);
    }

    @PostMapping
    String bring(@RequestParam(required = false) @Nullable MultipartFile file, Model page, HttpServletResponse response) throws IOException {
        var errors = new FormErrors();
        if (file == null || file.isEmpty()) {
            errors.add("file", "bundle.file.missing");
        } else {
            try {
                UUID id = bundles.bring(new Source("the bundle", file.getBytes()));
                worker.start(id, store.begin(id, false));
                return "redirect:" + ImportPages.path(id);
            } catch (Bundles.Refused e) {
                errors.add("file", e.key(), e.args().toArray());
            } catch (InvalidFile e) {
                errors.add("file", "bundle.unreadable", e.problems().getFirst().message());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return shown(errors, page);
    }

    private String shown(FormErrors errors, Model page) {
        page.addAttribute("brought", bundles.brought());
        page.addAttribute("errors", errors);
        return "intake/bundles";
    }
}

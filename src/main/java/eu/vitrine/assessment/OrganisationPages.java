package eu.vitrine.assessment;

import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.OurRecord;
import eu.vitrine.web.OpenDoors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page about ourselves: what the organisation owes whatever it uses, and what is recorded of it. */
@Controller
@RequestMapping("/organisation")
class OrganisationPages {

    private final ModelRegistry registry;
    private final OurPage pages;
    private final AsStored asStored;
    private final OpenDoors doors;

    OrganisationPages(ModelRegistry registry, OurPage pages, AsStored asStored, OpenDoors doors) {
        this.registry = registry;
        this.pages = pages;
        this.asStored = asStored;
        this.doors = doors;
    }

    @GetMapping
    String organisation(Model page, HttpServletResponse response) {
        Optional<OurRecord> organisation = registry.organisation();
        if (organisation.isPresent()) {
            return asStored.shown(page, response, () -> pages.newest(organisation.get(), page));
        }
        page.addAttribute("mayImport", doors.lead("/imports"));
        return "assessment/organisation-none";
    }

    @PostMapping("/assess")
    String assess(RedirectAttributes redirect) {
        return pages.assess(ourselves(), redirect);
    }

    @GetMapping("/assessments/{number}")
    String assessment(@PathVariable int number, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.numbered(ourselves(), number, page));
    }

    @GetMapping("/assessments/{number}/findings/{policy}")
    String finding(@PathVariable int number, @PathVariable String policy, Model page, HttpServletResponse response) {
        return asStored.shown(page, response, () -> pages.finding(ourselves(), number, policy, page));
    }

    private OurRecord ourselves() {
        return registry.organisation().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

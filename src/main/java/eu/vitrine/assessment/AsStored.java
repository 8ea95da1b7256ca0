package eu.vitrine.assessment;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a page shows in place of an assessment that cannot be shown as what it is. */
@Component
class AsStored {

    private static final Logger LOG = LoggerFactory.getLogger(AsStored.class);

    private final Assessments assessments;
    private final CurrentActor current;
    private final ObjectProvider<IssuedFiles> issued;

    AsStored(Assessments assessments, CurrentActor current, ObjectProvider<IssuedFiles> issued) {
        this.assessments = assessments;
        this.current = current;
        this.issued = issued;
    }

    /** A page; the stored answers where this release answers otherwise; what is wrong and can still be had where neither can be shown. */
    String shown(Model page, HttpServletResponse response, Supplier<String> shown) {
        try {
            return shown.get();
        } catch (NotAsStored e) {
            return e.fault() == NotAsStored.Fault.OTHER_RELEASE ? otherwise(e, page, response) : refused(e, page, response);
        }
    }

    private String otherwise(NotAsStored e, Model page, HttpServletResponse response) {
        try {
            page.addAttribute("stored", assessments.asStored(e.line().kind(), e.slug(), e.number()));
            around(e, page);
            return "assessment/as-stored";
        } catch (NotAsStored neither) {
            return refused(neither, page, response);
        }
    }

    private String refused(NotAsStored e, Model page, HttpServletResponse response) {
        LOG.error("A stored assessment cannot be shown", e);
        response.setStatus(HttpStatus.CONFLICT.value());
        page.addAttribute("failure", e);
        around(e, page);
        return "assessment/not-as-stored";
    }

    private void around(NotAsStored e, Model page) {
        page.addAttribute("mayAssess", current.has(Role.OFFICER) || current.has(Role.APPROVER));
        page.addAttribute("issued", issued(e.line()));
    }

    /** The dossier issued for an assessment, or null. */
    IssuedFiles.@Nullable IssuedFile issued(AssessmentLine line) {
        return issued.stream().flatMap(files -> files.of(line.slug(), line.number()).stream()).findFirst().orElse(null);
    }
}

package eu.vitrine.evidence;

import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands out files: always to be saved, never shown as a part of this site. */
@Controller
@PreAuthorize(Evidence.READERS)
class EvidenceDownloads {

    private static final String INERT = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final Evidence evidence;

    EvidenceDownloads(Evidence evidence) {
        this.evidence = evidence;
    }

    @GetMapping({"/evidence/{id}/content", "/api/v1/evidence/{id}/content"})
    ResponseEntity<Resource> content(@PathVariable UUID id, HttpServletResponse response) {
        Evidence.Checked checked = evidence.handOut(id);
        response.setHeader("Content-Security-Policy", INERT);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(checked.content().mediaType()))
                .eTag("\"" + checked.content().sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(checked.content().fileName(), StandardCharsets.UTF_8).build().toString())
                .body(new FileSystemResource(checked.file()));
    }

    /** A person is led to the item's page, which says what is wrong; a program gets a problem. */
    @ExceptionHandler
    String damaged(EvidenceDamaged damaged, HttpServletRequest request, RedirectAttributes redirect) {
        if (request.getRequestURI().startsWith("/api/")) {
            throw damaged;
        }
        Notice.on(redirect, "evidence.damaged.refused", damaged.fileName());
        var variables = (java.util.Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return "redirect:/evidence/" + variables.get("id");
    }
}

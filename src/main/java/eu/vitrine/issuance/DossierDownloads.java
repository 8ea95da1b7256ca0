package eu.vitrine.issuance;

import eu.vitrine.facts.Kind;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.OurRecord;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Hands out dossiers, to people and programs alike. */
@RestController
class DossierDownloads {

    private final Dossiers dossiers;
    private final DecisionDossiers decisions;
    private final ModelRegistry registry;

    DossierDownloads(Dossiers dossiers, DecisionDossiers decisions, ModelRegistry registry) {
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.registry = registry;
    }

    @GetMapping({"/models/{slug}/assessments/{number}/dossier.pdf", "/api/v1/models/{slug}/assessments/{number}/dossier.pdf"})
    ResponseEntity<byte[]> ofModel(@PathVariable String slug, @PathVariable int number) {
        return handedOut(dossiers.download(Kind.MODEL, slug, number));
    }

    @GetMapping({"/uses/{slug}/assessments/{number}/dossier.pdf", "/api/v1/uses/{slug}/assessments/{number}/dossier.pdf"})
    ResponseEntity<byte[]> ofUse(@PathVariable String slug, @PathVariable int number) {
        return handedOut(dossiers.download(Kind.USE, slug, number));
    }

    @GetMapping({"/organisation/assessments/{number}/dossier.pdf", "/api/v1/organisation/assessments/{number}/dossier.pdf"})
    ResponseEntity<byte[]> ofOrganisation(@PathVariable int number) {
        String slug = registry.organisation().map(OurRecord::slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing is recorded of the organisation."));
        return handedOut(dossiers.download(Kind.ORGANISATION, slug, number));
    }

    @GetMapping({"/approvals/{number}/dossier.pdf", "/api/v1/approvals/{number}/dossier.pdf"})
    ResponseEntity<byte[]> ofDecision(@PathVariable int number) {
        return handedOut(decisions.download(number));
    }

    private static ResponseEntity<byte[]> handedOut(IssuedDossier dossier) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag("\"" + dossier.about().sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(dossier.name()).build().toString())
                .body(dossier.file());
    }
}

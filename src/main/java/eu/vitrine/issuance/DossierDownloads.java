package eu.vitrine.issuance;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out dossiers, to people and programs alike. */
@RestController
class DossierDownloads {

    private final Dossiers dossiers;

    DossierDownloads(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @GetMapping({"/models/{slug}/assessments/{number}/dossier.pdf", "/api/v1/models/{slug}/assessments/{number}/dossier.pdf"})
    ResponseEntity<byte[]> download(@PathVariable String slug, @PathVariable int number) {
        IssuedDossier dossier = dossiers.download(slug, number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .eTag("\"" + dossier.about().sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(dossier.name()).build().toString())
                .body(dossier.file());
    }
}

package eu.vitrine.intake;

import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The import is not in the state that an act needs; nothing was saved. */
@ResponseStatus(HttpStatus.CONFLICT)
class ImportNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    private ImportNotReady(String key, String message) {
        super(message);
        this.key = key;
    }

    static ImportNotReady toConfirm() {
        return new ImportNotReady("import.not-ready.confirm", "Only an import whose dry run has ended can be confirmed, once.");
    }

    static ImportNotReady rejectedRows(int rejected) {
        return new ImportNotReady("import.not-ready.rejected", rejected + " rows or files cannot be used, and all or nothing was asked for; nothing was saved.");
    }

    static ImportNotReady nothing() {
        return new ImportNotReady("import.not-ready.nothing", "There is nothing to save.");
    }

    static ImportNotReady toUndo() {
        return new ImportNotReady("import.not-ready.undo", "Only an import that was saved can be taken back, once.");
    }

    static ImportNotReady toCheck() {
        return new ImportNotReady("import.not-ready.check", "An import that was saved is not checked again; upload the file once more.");
    }

    static ImportNotReady olderBundle(LocalDate issued, LocalDate saved) {
        return new ImportNotReady("import.not-ready.older-bundle", "The bundle was issued on " + issued + ", and one of the same issuer or key, issued on " + saved
                + ", was saved meanwhile; nothing was saved.");
    }

    static ImportNotReady broughtAgain() {
        return new ImportNotReady("import.not-ready.brought-again", "The same bundle was brought again later; confirm that import. Nothing was saved.");
    }

    static ImportNotReady keyRevoked() {
        return new ImportNotReady("import.not-ready.key-revoked", "The key of the bundle was revoked since it was brought; nothing was saved.");
    }

    /** Message key of the words for people. */
    String key() {
        return key;
    }
}

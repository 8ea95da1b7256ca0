package eu.vitrine.intake;

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

    /** Message key of the words for people. */
    String key() {
        return key;
    }
}

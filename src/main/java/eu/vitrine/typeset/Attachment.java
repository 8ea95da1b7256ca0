package eu.vitrine.typeset;

import java.util.Objects;

/**
 * A file carried inside the PDF.
 *
 * @param name file name shown to the reader, without a path
 * @param mediaType for example {@code application/json}
 * @param description one sentence that says what the file is
 * @param relationship how the file relates to the document (ISO 32000-2, AFRelationship)
 * @param bytes the content, kept as given
 */
public record Attachment(
        String name, String mediaType, String description, Relationship relationship, byte[] bytes) {

    /** The relations that PDF/A-3 knows. */
    public enum Relationship {
        SOURCE("Source"),
        DATA("Data"),
        ALTERNATIVE("Alternative"),
        SUPPLEMENT("Supplement"),
        UNSPECIFIED("Unspecified");

        private final String pdfName;

        Relationship(String pdfName) {
            this.pdfName = pdfName;
        }

        String pdfName() {
            return pdfName;
        }
    }

    public Attachment {
        Objects.requireNonNull(description);
        Objects.requireNonNull(relationship);
        if (name.isBlank() || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("an attachment needs a file name without a path, not '" + name + "'");
        }
        if (!mediaType.matches("[\\w.+-]+/[\\w.+-]+")) {
            throw new IllegalArgumentException("'" + mediaType + "' is not a media type such as application/json");
        }
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}

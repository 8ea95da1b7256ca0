package eu.vitrine.typeset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The file identifier: a digest of all that goes into a document, so that equal input has an equal identifier. */
final class Identity {

    private static final int ID_BYTES = 16;

    private Identity() {}

    /** 32 hexadecimal digits. */
    static String of(Theme theme, String xhtml, DocumentInfo info, List<Attachment> attachments) {
        MessageDigest digest = sha256();
        add(digest, theme.css().getBytes(StandardCharsets.UTF_8));
        add(digest, xhtml.getBytes(StandardCharsets.UTF_8));
        add(digest, info.toString().getBytes(StandardCharsets.UTF_8));
        for (Attachment attachment : attachments) {
            String head = String.join("\n", attachment.name(), attachment.mediaType(), attachment.description(), attachment.relationship().name());
            add(digest, head.getBytes(StandardCharsets.UTF_8));
            add(digest, attachment.bytes());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    }

    /** With the length in front, so that no two different inputs run together to the same bytes. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

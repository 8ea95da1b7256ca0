package eu.vitrine.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Looks at the bytes of a file, whatever its name says. Nothing is unpacked. */
@Component
class Sniffing {

    private static final Set<String> MARKUP = Set.of("text/html", "application/xhtml+xml");
    private static final String SVG = "image/svg+xml";
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * The kind of a file, by its extension and its content.
     *
     * @throws EvidenceRefused if the extension is not on the list, or the content is of another kind
     */
    FileKind kind(String fileName, Path file) throws IOException {
        FileKind kind = FileKind.byName(fileName).orElseThrow(() -> new EvidenceRefused(EvidenceRefused.Reason.EXTENSION,
                "Files named \"" + fileName + "\" are not kept; kept are: " + FileKind.extensionsInWords() + ".", fileName, FileKind.extensionsInWords()));
        MediaType found = sniffed(file);
        if (!fits(kind, found, file)) {
            throw new EvidenceRefused(EvidenceRefused.Reason.CONTENT,
                    "\"" + fileName + "\" holds " + found + ", which is not what its name says.", fileName, found.toString());
        }
        return kind;
    }

    private MediaType sniffed(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return types.detect(in, new Metadata()).getBaseType();
        }
    }

    private boolean fits(FileKind kind, MediaType found, Path file) throws IOException {
        String type = found.toString();
        boolean textual = types.getMediaTypeRegistry().isInstanceOf(found, MediaType.TEXT_PLAIN) && !type.equals(SVG);
        return switch (kind.content()) {
            case PDF -> startsAsPdf(file);
            case PLAIN -> textual && !MARKUP.contains(type);
            case MARKUP -> textual || MARKUP.contains(type);
            case XML -> textual && !MARKUP.contains(type);
            case MAIL -> type.equals("message/rfc822") || textual && !MARKUP.contains(type);
            case EXACT -> type.equals(kind.mediaType());
            case OFFICE -> holdsOffice(kind, file);
        };
    }

    /** The very first bytes decide: what other programs would read as something else first is no PDF here. */
    private static boolean startsAsPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(PDF_HEAD.length), PDF_HEAD);
        }
    }

    private static boolean holdsOffice(FileKind kind, Path file) throws IOException {
        String part = switch (kind) {
            case DOCX -> "word/document.xml";
            case XLSX -> "xl/workbook.xml";
            default -> "ppt/presentation.xml";
        };
        try (InputStream in = Files.newInputStream(file)) {
            if (!java.util.Arrays.equals(in.readNBytes(2), new byte[] {'P', 'K'})) {
                return false;
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) { // reads names only
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry(part) != null;
        } catch (ZipException e) {
            return false; // no such archive at all
        }
    }
}

package eu.vitrine.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of file that are kept. Anything else is refused, and so is a file whose content is not of the kind its name says. */
enum FileKind {
    PDF("application/pdf", Content.PDF, "pdf"),
    HTML("text/html", Content.MARKUP, "html", "htm", "xhtml"),
    TEXT("text/plain", Content.PLAIN, "txt", "text"),
    MARKDOWN("text/markdown", Content.MARKUP, "md", "markdown"),
    JSON("application/json", Content.PLAIN, "json", "jsonld"),
    YAML("application/yaml", Content.PLAIN, "yaml", "yml"),
    XML("application/xml", Content.XML, "xml"),
    CSV("text/csv", Content.PLAIN, "csv"),
    MAIL("message/rfc822", Content.MAIL, "eml"),
    PNG("image/png", Content.EXACT, "png"),
    JPEG("image/jpeg", Content.EXACT, "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Content.OFFICE, "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Content.OFFICE, "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Content.OFFICE, "pptx"),
    ODT("application/vnd.oasis.opendocument.text", Content.EXACT, "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", Content.EXACT, "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", Content.EXACT, "odp");

    /** What the bytes of a kind must look like; {@link Sniffing} judges. */
    enum Content { PDF, PLAIN, MARKUP, XML, MAIL, EXACT, OFFICE }

    private final String mediaType;
    private final Content content;
    private final List<String> extensions;

    FileKind(String mediaType, Content content, String... extensions) {
        this.mediaType = mediaType;
        this.content = content;
        this.extensions = List.of(extensions);
    }

    String mediaType() {
        return mediaType;
    }

    Content content() {
        return content;
    }

    String extension() {
        return extensions.getFirst();
    }

    boolean hasExtension(String fileName) {
        return extensions.contains(extensionOf(fileName));
    }

    /** Whether it is read as text as it stands. */
    boolean isText() {
        return Set.of(TEXT, MARKDOWN, JSON, YAML, XML, CSV, MAIL).contains(this);
    }

    static Optional<FileKind> byName(String fileName) {
        return Arrays.stream(values()).filter(kind -> kind.hasExtension(fileName)).findFirst();
    }

    static Optional<FileKind> byMediaType(String mediaType) {
        return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
    }

    /**
     * The kind a host says it sends.
     *
     * @param contentType value of its header, with or without parameters
     * @param fileName last part of the address: it tells kinds apart that hosts call plain text
     */
    static Optional<FileKind> declared(String contentType, String fileName) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        Optional<FileKind> named = byName(fileName);
        if (type.equals("text/plain") || type.equals("application/octet-stream") || type.isEmpty()) {
            return named.or(() -> type.equals("text/plain") ? Optional.of(TEXT) : Optional.empty());
        }
        return switch (type) {
            case "application/xhtml+xml" -> Optional.of(HTML);
            case "text/xml" -> Optional.of(XML);
            case "text/yaml", "text/x-yaml", "application/x-yaml" -> Optional.of(YAML);
            case "text/x-markdown" -> Optional.of(MARKDOWN);
            default -> type.endsWith("+json") ? Optional.of(JSON) : byMediaType(type);
        };
    }

    /** All extensions, for people: "pdf, html, …". */
    static String extensionsInWords() {
        return Arrays.stream(values()).flatMap(kind -> kind.extensions.stream()).collect(Collectors.joining(", "));
    }

    /** All extensions, as the file field of a form takes them. */
    static String accept() {
        return Arrays.stream(values()).flatMap(kind -> kind.extensions.stream()).map(extension -> "." + extension).collect(Collectors.joining(","));
    }

    static String extensionOf(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}

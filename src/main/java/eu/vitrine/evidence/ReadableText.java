package eu.vitrine.evidence;

import eu.vitrine.audit.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The text in a file as a person would read it, line by line, for comparing versions. What cannot be read has none. */
@Component
class ReadableText {

    /** Larger files are kept and not read. */
    private static final long LARGEST = 5L * 1024 * 1024;
    private static final int LONGEST_JSON_VALUE = 1_000_000;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Lines without blank ones; empty where the kind holds no text that can be read, or the file is too large. */
    Optional<List<String>> lines(FileKind kind, Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        return switch (kind) {
            case HTML -> Optional.of(cut(html(file)));
            case PDF -> PdfText.of(Files.readAllBytes(file)).map(ReadableText::cut);
            case JSON -> Optional.of(cut(json(decoded(Files.readAllBytes(file)))));
            default -> kind.isText() ? Optional.of(cut(decoded(Files.readAllBytes(file)))) : Optional.empty();
        };
    }

    /** SHA-256 of the text, by which versions with the same text are known; empty where there is none. */
    Optional<String> sha256(FileKind kind, Path file) throws IOException {
        return lines(kind, file).filter(lines -> !lines.isEmpty()).map(lines ->
                Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> cut(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** In UTF-16 where a mark says so, in UTF-8 where the bytes are that, else as western texts of old are. */
    private static String decoded(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }

    /** One member a line, so that two spellings of the same JSON have the same text. */
    private static String json(String text) {
        if (text.length() > LONGEST_JSON_VALUE) {
            return text;
        }
        try {
            var json = JsonMapper.shared();
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(text));
        } catch (JacksonException e) {
            return text; // not JSON after all: compared as it stands
        }
    }

    private static String html(Path file) throws IOException {
        Document page;
        try (InputStream in = Files.newInputStream(file)) {
            page = Jsoup.parse(in, null, "");
        }
        page.select("script, style, noscript, template, svg").remove();
        var text = new Blocks();
        NodeTraversor.traverse(text, page.body());
        return page.title() + "\n" + text.text;
    }

    private static final class Blocks implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br") || element.nameIs("td") || element.nameIs("th"))) {
                text.append('\n');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                text.append('\n');
            }
        }
    }
}

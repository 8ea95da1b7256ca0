package eu.vitrine.formats;

import eu.vitrine.exchange.RecordFile;
import eu.vitrine.facts.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** What all documents that are written have in common: a number that follows from the content, a time, a way to print JSON. */
final class BomDocument {

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private BomDocument() {}

    /**
     * A model in the shape of the catalogue.
     *
     * @throws IllegalArgumentException when the record is of another shape
     */
    static RecordFile model(RecordFile record) {
        if (record.shape() != RecordFile.Shape.CATALOGUE) {
            throw new IllegalArgumentException("a bill of materials is about a model in the shape of the catalogue, not about the "
                    + record.shape() + " \"" + record.slug() + "\"");
        }
        return record;
    }

    /** The same number for the same record, format and time (RFC 9562, version 8). */
    static UUID number(RecordFile record, String format, Instant at) {
        MessageDigest digest = Sha256.digest();
        digest.update((format + " " + time(at) + " ").getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(record.canonical()));
        return new UUID(hash.getLong() & ~0xF000L | 0x8000L, hash.getLong() & ~(3L << 62) | 1L << 63);
    }

    /** The time to the second, in UTC. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The tree as JSON that people can read. */
    static byte[] json(Object tree) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        return (MAPPER.writer().with(printer).writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}

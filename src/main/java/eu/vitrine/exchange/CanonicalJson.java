package eu.vitrine.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** JSON by RFC 8785: one sequence of bytes for one content. */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CanonicalJson() {}

    /** The bytes of a tree of maps, lists, strings, numbers and booleans. */
    static byte[] of(Object tree) {
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsBytes(tree)).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("a tree made by RecordTree is always JSON", e);
        }
    }
}

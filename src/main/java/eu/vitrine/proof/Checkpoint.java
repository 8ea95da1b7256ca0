package eu.vitrine.proof;

import java.util.Base64;
import java.util.List;

/**
 * How far a log is and what it holds, as C2SP tlog-checkpoint writes it.
 *
 * @param origin name of the log
 * @param size number of events
 * @param root of the tree over them, in 64 hexadecimal digits
 */
public record Checkpoint(String origin, long size, String root) {

    private static final int LINES = 3;
    private static final int ROOT = 32;

    /** The text to sign. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(Merkle.HEX.parseHex(root)) + "\n";
    }

    /**
     * Reads the text of a note; further lines are allowed and mean nothing here.
     *
     * @throws Malformed if it is not a checkpoint
     */
    public static Checkpoint of(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < LINES || lines.getFirst().isEmpty() || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed("The note is not a checkpoint: name of the log, number of events, root.");
        }
        try {
            byte[] root = Base64.getDecoder().decode(lines.get(2));
            if (root.length == ROOT) {
                return new Checkpoint(lines.getFirst(), Long.parseLong(lines.get(1)), Merkle.HEX.formatHex(root));
            }
        } catch (IllegalArgumentException e) {
            throw new Malformed("The root of the checkpoint is not in Base64.");
        }
        throw new Malformed("The root of the checkpoint does not have 32 bytes.");
    }
}

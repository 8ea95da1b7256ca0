package eu.vitrine.proof;

import java.util.HexFormat;

/**
 * A Merkle tree that only grows: it keeps the root of each complete subtree, at most 63 of them, and forgets the leaves. An append and the root
 * cost time in proportion to the logarithm of the size. Not for several threads.
 */
public final class CompactRange {

    private static final int HEX_DIGITS = 64;

    private final byte[][] peaks = new byte[Long.SIZE - 1][];
    private long size;

    /** The tree without leaves. */
    public CompactRange() {}

    /**
     * A tree as {@link #peaks()} wrote it down.
     *
     * @throws Malformed if the peaks are not those of a tree of this size
     */
    public static CompactRange of(long size, String peaks) {
        if (size < 0 || peaks.length() != HEX_DIGITS * Long.bitCount(size) || !peaks.matches("[0-9a-f]*")) {
            throw new Malformed("The hashes that were kept are not those of a tree of " + size + " leaves.");
        }
        CompactRange range = new CompactRange();
        range.size = size;
        int at = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                range.peaks[level] = HexFormat.of().parseHex(peaks, at, at + HEX_DIGITS);
                at += HEX_DIGITS;
            }
        }
        return range;
    }

    public void add(byte[] leafHash) {
        byte[] carried = leafHash;
        int level = 0;
        while ((size >>> level & 1) == 1) {
            carried = Merkle.inner(peaks[level], carried);
            level++;
        }
        peaks[level] = carried;
        size++;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Root of the tree, in 64 hexadecimal digits. */
    public String root() {
        byte[] root = size == 0 ? Merkle.emptyRoot() : peaks[Long.numberOfTrailingZeros(size)];
        for (int level = Long.numberOfTrailingZeros(size) + 1; level < peaks.length; level++) {
            if ((size >>> level & 1) == 1) {
                root = Merkle.inner(peaks[level], root);
            }
        }
        return Merkle.HEX.formatHex(root);
    }

    /** All there is to know for going on later: the roots of the complete subtrees, the largest first, in hexadecimal digits. */
    public String peaks() {
        StringBuilder text = new StringBuilder();
        for (int level = peaks.length - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                text.append(Merkle.HEX.formatHex(peaks[level]));
            }
        }
        return text.toString();
    }
}

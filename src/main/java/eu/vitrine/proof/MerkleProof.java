package eu.vitrine.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proofs over a tree: that a leaf stands in it, and that one tree is the beginning of another. Made as RFC 6962 sections 2.1.1 and 2.1.2 define
 * them, checked as RFC 9162 sections 2.1.3.2 and 2.1.4.2 do. Hashes are 32 bytes.
 */
public final class MerkleProof {

    private MerkleProof() {}

    /**
     * The hashes beside the way from a leaf to the root, the lowest first.
     *
     * @param leaves leaf hashes of the whole tree
     * @param index from 0
     */
    public static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        List<byte[]> path = new ArrayList<>();
        walk(leaves, index, path);
        return path;
    }

    private static void walk(List<byte[]> leaves, int index, List<byte[]> path) {
        if (leaves.size() == 1) {
            return;
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        if (index < split) {
            walk(left, index, path);
            path.add(root(right));
        } else {
            walk(right, index - split, path);
            path.add(root(left));
        }
    }

    /**
     * What shows that the tree over all leaves continues the tree over the first of them.
     *
     * @param first size of the earlier tree, from 1 to the number of leaves
     */
    public static List<byte[]> consistency(List<byte[]> leaves, int first) {
        List<byte[]> proof = new ArrayList<>();
        subproof(leaves, first, true, proof);
        return proof;
    }

    private static void subproof(List<byte[]> leaves, int first, boolean known, List<byte[]> proof) {
        if (first == leaves.size()) {
            if (!known) {
                proof.add(root(leaves));
            }
            return;
        }
        int split = split(leaves.size());
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        if (first <= split) {
            subproof(left, first, known, proof);
            proof.add(root(right));
        } else {
            subproof(right, first - split, false, proof);
            proof.add(root(left));
        }
    }

    /** Whether the path leads from the leaf at the index to the root of a tree of that size. */
    public static boolean includes(byte[] root, long size, byte[] leafHash, long index, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Merkle.inner(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = Merkle.inner(hash, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the tree of the second size and root continues the one of the first, which has at least one leaf. */
    public static boolean continues(byte[] firstRoot, long first, byte[] secondRoot, long second, List<byte[]> proof) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(first) == 1) {
            path.addFirst(firstRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        int ones = Long.numberOfTrailingZeros(~(first - 1));
        long node = first - 1 >>> ones;
        long last = second - 1 >>> ones;
        byte[] earlier = path.getFirst();
        byte[] later = path.getFirst();
        for (byte[] beside : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlier = Merkle.inner(beside, earlier);
                later = Merkle.inner(beside, later);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                later = Merkle.inner(later, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && Arrays.equals(earlier, firstRoot) && Arrays.equals(later, secondRoot);
    }

    private static byte[] root(List<byte[]> leaves) {
        CompactRange range = new CompactRange();
        leaves.forEach(range::add);
        return Merkle.HEX.parseHex(range.root());
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}

package eu.vitrine.policy;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** An immutable set of small numbers: indexes of facts in the vocabulary. Made for many unions of few elements. */
final class IdSet {

    static final IdSet EMPTY = new IdSet(new long[0]);

    private final long[] words;

    private IdSet(long[] words) {
        this.words = words;
    }

    static IdSet of(int index) {
        long[] words = new long[(index >> 6) + 1];
        words[index >> 6] = 1L << index;
        return new IdSet(words);
    }

    static IdSet of(List<Integer> indexes) {
        IdSet all = EMPTY;
        for (int index : indexes) {
            all = all.and(of(index));
        }
        return all;
    }

    IdSet and(IdSet other) {
        if (this == other || other.words.length == 0) {
            return this;
        }
        if (words.length == 0) {
            return other;
        }
        long[] longer = words.length >= other.words.length ? words : other.words;
        long[] shorter = words.length >= other.words.length ? other.words : words;
        long[] union = null;
        for (int i = 0; i < shorter.length; i++) {
            if ((longer[i] | shorter[i]) != longer[i]) {
                union = union == null ? longer.clone() : union;
                union[i] |= shorter[i];
            }
        }
        return union == null ? (longer == words ? this : other) : new IdSet(union);
    }

    /** What is in both. */
    IdSet within(IdSet other) {
        return kept(other, false);
    }

    /** What is in this and not in the other. */
    IdSet without(IdSet other) {
        return kept(other, true);
    }

    private IdSet kept(IdSet other, boolean outside) {
        long[] kept = new long[words.length];
        long any = 0;
        for (int i = 0; i < words.length; i++) {
            long theirs = i < other.words.length ? other.words[i] : 0;
            kept[i] = words[i] & (outside ? ~theirs : theirs);
            any |= kept[i];
        }
        return any == 0 ? EMPTY : new IdSet(kept);
    }

    int size() {
        int size = 0;
        for (long word : words) {
            size += Long.bitCount(word);
        }
        return size;
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    boolean contains(int index) {
        return index >> 6 < words.length && (words[index >> 6] & 1L << index) != 0;
    }

    void forEach(IntConsumer consumer) {
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                consumer.accept((i << 6) + Long.numberOfTrailingZeros(word));
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof IdSet set)) {
            return false;
        }
        int common = Math.min(words.length, set.words.length);
        return Arrays.equals(words, 0, common, set.words, 0, common)
                && allZero(words, common) && allZero(set.words, common);
    }

    private static boolean allZero(long[] words, int from) {
        for (int i = from; i < words.length; i++) {
            if (words[i] != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        long hash = 0;
        for (int i = 0; i < words.length; i++) {
            hash += words[i] * (31L * i + 7);
        }
        return Long.hashCode(hash);
    }
}

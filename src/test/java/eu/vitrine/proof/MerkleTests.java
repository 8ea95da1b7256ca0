package eu.vitrine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTests {

    /** Leaves and roots by which implementations of Certificate Transparency are compared. */
    private static final List<String> ENTRIES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_roots_are_those_of_the_published_vectors() {
        CompactRange range = new CompactRange();
        assertThat(range.root()).isEqualTo(ROOTS.getFirst());
        for (int i = 0; i < ENTRIES.size(); i++) {
            range.add(Merkle.leaf(Merkle.HEX.parseHex(ENTRIES.get(i))));
            assertThat(range.root()).as("%d leaves", i + 1).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Property(tries = 200)
    void a_tree_that_grows_has_the_root_of_the_definition(@ForAll @IntRange(min = 1, max = 200) int size) {
        assertThat(range(leaves(size)).root()).isEqualTo(hex(defined(leaves(size))));
    }

    @Property(tries = 200)
    void a_tree_goes_on_from_what_was_kept_of_it(@ForAll @IntRange(max = 100) int first, @ForAll @IntRange(max = 100) int more) {
        List<byte[]> leaves = leaves(first + more);
        CompactRange before = range(leaves.subList(0, first));
        CompactRange resumed = CompactRange.of(first, before.peaks());
        leaves.subList(first, first + more).forEach(resumed::add);
        assertThat(resumed.root()).isEqualTo(range(leaves).root());
    }

    @Test
    void what_was_kept_of_a_tree_of_another_size_is_refused() {
        assertThatThrownBy(() -> CompactRange.of(4, range(leaves(3)).peaks())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> CompactRange.of(1, "x".repeat(64))).isInstanceOf(Malformed.class);
    }

    @Property(tries = 300)
    void a_leaf_is_proved_to_stand_where_it_stands_and_nowhere_else(@ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(max = 1000) int which,
            @ForAll @IntRange(max = 1000) int whichElse) {
        List<byte[]> leaves = leaves(size);
        int index = which % size;
        int other = whichElse % size;
        byte[] root = defined(leaves);
        List<byte[]> path = MerkleProof.inclusion(leaves, index);
        assertThat(MerkleProof.includes(root, size, leaves.get(index), index, path)).isTrue();
        assertThat(MerkleProof.includes(root, size, leaves.get(index), other, path)).isEqualTo(index == other);
        assertThat(MerkleProof.includes(root, size, leaves.get(other), index, path)).isEqualTo(index == other);
        assertThat(MerkleProof.includes(root, size, leaves.get(index), index, altered(path))).isFalse();
        assertThat(MerkleProof.includes(root, size, leaves.get(index), size + index, path)).isFalse();
    }

    @Property(tries = 300)
    void a_tree_is_proved_to_continue_its_own_beginning_and_no_other(@ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(max = 1000) int which) {
        List<byte[]> leaves = leaves(size);
        int first = which % size + 1;
        byte[] before = defined(leaves.subList(0, first));
        byte[] after = defined(leaves);
        List<byte[]> proof = MerkleProof.consistency(leaves, first);
        assertThat(MerkleProof.continues(before, first, after, size, proof)).isTrue();
        assertThat(MerkleProof.continues(Merkle.leaf(before), first, after, size, proof)).isFalse();
        assertThat(MerkleProof.continues(before, first, Merkle.leaf(after), size, proof)).isFalse();
        assertThat(MerkleProof.continues(before, first, after, size, altered(proof))).isFalse();
    }

    private static List<byte[]> altered(List<byte[]> proof) {
        List<byte[]> altered = new ArrayList<>(proof);
        if (altered.isEmpty()) {
            altered.add(Merkle.emptyRoot());
        } else {
            altered.set(0, Merkle.leaf(altered.getFirst()));
        }
        return altered;
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size).mapToObj(i -> Merkle.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8))).toList();
    }

    private static CompactRange range(List<byte[]> leaves) {
        CompactRange range = new CompactRange();
        leaves.forEach(range::add);
        return range;
    }

    /** RFC 6962 section 2.1, word by word. */
    private static byte[] defined(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return Merkle.inner(defined(leaves.subList(0, k)), defined(leaves.subList(k, leaves.size())));
    }

    private static String hex(byte[] hash) {
        return Merkle.HEX.formatHex(hash);
    }
}

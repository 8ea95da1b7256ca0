package eu.vitrine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignedNoteTests {

    /** The example of the documentation of Go's note package, made by another implementation. */
    private static final String KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private final SigningKey key = SigningKey.generate("log.example");

    @Test
    void a_note_of_another_implementation_is_verified() {
        assertThat(VerifierKey.parse(KEY).verifies(SignedNote.parse(NOTE))).isTrue();
        assertThat(VerifierKey.parse(KEY).written()).isEqualTo(KEY);
        assertThat(SignedNote.parse(NOTE).written()).isEqualTo(NOTE);
    }

    @Test
    void a_changed_letter_is_noticed() {
        assertThat(VerifierKey.parse(KEY).verifies(SignedNote.parse(NOTE.replace("answer", "Answer")))).isFalse();
    }

    @Test
    void what_a_key_signed_it_verifies_and_another_key_does_not() {
        SignedNote note = SignedNote.parse(key.sign("a\nb\n").written());
        assertThat(key.verifier().verifies(note)).isTrue();
        assertThat(SigningKey.generate("log.example").verifier().verifies(note)).isFalse();
    }

    @Test
    void a_signature_of_another_name_is_not_taken_for_ours() {
        String note = key.sign("a\n").written().replace("log.example", "log.elsewhere");
        assertThat(key.verifier().verifies(SignedNote.parse(note))).isFalse();
    }

    @Test
    void a_key_survives_its_file() {
        SigningKey read = SigningKey.parse(key.written());
        assertThat(read.verifier()).isEqualTo(key.verifier());
        assertThat(key.verifier().verifies(read.sign("a\n"))).isTrue();
    }

    @Test
    void a_file_whose_two_keys_do_not_belong_together_is_refused() {
        String other = SigningKey.generate("log.example").verifier().written();
        assertThatThrownBy(() -> SigningKey.parse(key.written().replace(key.verifier().written(), other)))
                .isInstanceOf(Malformed.class).hasMessageContaining("not the one of the private key");
    }

    @Test
    void a_public_key_with_an_id_of_another_is_refused() {
        assertThatThrownBy(() -> VerifierKey.parse(KEY.replace("c74f20a3", "c74f20a4"))).isInstanceOf(Malformed.class).hasMessageContaining("another id");
        assertThatThrownBy(() -> VerifierKey.parse("no key")).isInstanceOf(Malformed.class).hasMessageContaining("not a public key");
    }

    @Test
    void what_is_no_note_is_refused() {
        for (String text : new String[] {"", "a", "a\n", "a\n\n", "a\n\nb\n", "a\n\n\u2014 x \n", "a\n\n\u2014 x AAAA\n", "a\n\n\u2014 x !!!\n", "a\r\n\n\u2014 x AAAA\n"}) {
            assertThatThrownBy(() -> SignedNote.parse(text)).as("%s", text).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_checkpoint_is_three_lines() {
        Checkpoint checkpoint = new Checkpoint("log.example", 8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        assertThat(checkpoint.text()).isEqualTo("log.example\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n");
        assertThat(Checkpoint.of(key.sign(checkpoint.text()))).isEqualTo(checkpoint);
    }

    @Test
    void a_hand_over_never_passes_as_a_checkpoint() {
        assertThatThrownBy(() -> Checkpoint.of(key.handOver(SigningKey.generate("log.example").verifier()))).isInstanceOf(Malformed.class);
    }
}

package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.facts.InvalidFile;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedBundleTests {

    private static final Bundle BUNDLE = new Bundle(Bundle.Content.CATALOGUE, "Example Institute", LocalDate.of(2026, 11, 25),
            List.of(new Source("models/a.yaml", "slug: a\nname: Ä 模型\n".getBytes(StandardCharsets.UTF_8)), new Source("b.yaml", new byte[] {'x'})));

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static byte[] signed() throws GeneralSecurityException {
        KeyPair pair = pair();
        return SignedBundle.sign(BUNDLE, pair.getPrivate(), pair.getPublic());
    }

    private static SignedBundle open(byte[] bytes) {
        return SignedBundle.open(new Source("x.bundle", bytes));
    }

    @Test
    void what_was_signed_is_read_back_and_holds() throws GeneralSecurityException {
        KeyPair pair = pair();
        SignedBundle read = open(SignedBundle.sign(BUNDLE, pair.getPrivate(), pair.getPublic()));
        assertThat(read.intact()).isTrue();
        assertThat(read.fingerprint()).isEqualTo(SignedBundle.fingerprint(pair.getPublic()));
        assertThat(read.bundle().files()).extracting(Source::name).containsExactly("models/a.yaml", "b.yaml");
        assertThat(read.bundle().files().getFirst().bytes()).isEqualTo(BUNDLE.files().getFirst().bytes());
    }

    @Test
    void no_byte_can_be_changed_unnoticed() throws GeneralSecurityException {
        byte[] bytes = signed();
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertThat(holds(altered)).as("byte " + i + ": " + (char) bytes[i]).isFalse();
        }
    }

    @Test
    void another_spelling_of_the_same_key_is_refused() throws GeneralSecurityException {
        for (int i = 0; i < 64; i++) { // until a key ends in a character with a twin
            String text = new String(signed(), StandardCharsets.UTF_8);
            String twin = text.replaceFirst("0=\"", "1=\"");
            if (!twin.equals(text)) {
                assertThatThrownBy(() -> open(twin.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("canonical spelling");
                return;
            }
        }
        throw new AssertionError("no key of 64 ended so");
    }

    private static boolean holds(byte[] bytes) {
        try {
            return open(bytes).intact();
        } catch (InvalidFile e) {
            return false;
        }
    }

    @Test
    void a_bundle_signed_anew_by_somebody_else_holds_for_another_key() throws GeneralSecurityException {
        assertThat(open(signed()).fingerprint()).isNotEqualTo(open(signed()).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.yaml", "/etc/passwd", "a\\b.yaml", "a//b.yaml", ".hidden", "", "C:/a.yaml", "a/b/c/d/e/f/g.yaml", "a b.yaml"})
    void a_path_that_leads_elsewhere_is_refused(String path) {
        assertThatThrownBy(() -> new Bundle(Bundle.Content.LAW, "x", LocalDate.of(2026, 1, 1), List.of(new Source(path, new byte[0]))))
                .hasMessageContaining("plain relative path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"format\":\"vitrine-bundle/2\",\"bundle\":{},\"signature\":{}}",
        "{\"format\":\"vitrine-bundle/1\",\"format\":\"x\"}", "[[[[[[[[[[[[[[[[[[[["})
    void what_is_no_bundle_is_refused_with_a_sentence(String text) {
        assertThatThrownBy(() -> open(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(InvalidFile.class).hasMessageStartingWith("x.bundle: ");
    }
}

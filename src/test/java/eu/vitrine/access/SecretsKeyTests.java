package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretsKeyTests {

    private static final SecretPlace PLACE = new SecretPlace("second_factor", "7", "secret");
    private static final byte[] PLAIN = "canary of the mine".getBytes(StandardCharsets.UTF_8);

    private final String text = SecretsKey.fresh();
    private final SecretsKey key = SecretsKey.read(text).orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void what_was_sealed_opens_at_its_place_alone() {
        String sealed = key.seal(PLACE, PLAIN);
        assertThat(key.open(PLACE, sealed)).hasValue(PLAIN);
        assertThat(key.open(new SecretPlace("second_factor", "8", "secret"), sealed)).isEmpty();
        assertThat(key.open(new SecretPlace("second_factor", "7", "other"), sealed)).isEmpty();
        assertThat(key.open(new SecretPlace("elsewhere", "7", "secret"), sealed)).isEmpty();
    }

    @Test
    void another_key_opens_nothing() {
        assertThat(SecretsKey.read(SecretsKey.fresh()).orElseThrow().open(PLACE, key.seal(PLACE, PLAIN))).isEmpty();
    }

    @Test
    void a_change_anywhere_is_noticed() {
        String sealed = key.seal(PLACE, PLAIN);
        int from = sealed.lastIndexOf('.') + 1;
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(from));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(key.open(PLACE, sealed.substring(0, from) + Base64.getUrlEncoder().withoutPadding().encodeToString(changed))).as("byte " + i).isEmpty();
        }
        for (String broken : new String[] {"", "v1", sealed.replace("v1.", "v2."), sealed.substring(0, from), sealed.substring(0, from) + "AAAA", sealed + "!", sealed + ".x"}) {
            assertThat(key.open(PLACE, broken)).as(broken).isEmpty();
        }
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time_and_tells_neither_itself_nor_the_key() {
        String sealed = key.seal(PLACE, PLAIN);
        assertThat(key.seal(PLACE, PLAIN)).isNotEqualTo(sealed);
        assertThat(sealed).startsWith("v1." + key.id() + ".").doesNotContain("canary").doesNotContain(text);
        assertThat(new String(Base64.getUrlDecoder().decode(sealed.substring(sealed.lastIndexOf('.') + 1)), StandardCharsets.ISO_8859_1)).doesNotContain("canary");
        assertThat(key.toString()).doesNotContain(text).contains(key.id());
    }

    @Test
    void a_place_cannot_be_written_so_that_it_reads_as_another() {
        assertThatThrownBy(() -> new SecretPlace("a|b", "c", "d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_thirty_two_bytes_are_a_key() {
        assertThat(SecretsKey.read("c2hvcnQ=")).isEmpty();
        assertThat(SecretsKey.read("not base64 at all")).isEmpty();
        assertThat(SecretsKey.read(" " + text + "\n").map(SecretsKey::id)).hasValue(key.id());
    }

    @Test
    void a_key_is_made_once_beside_the_database_file_for_its_owner_alone() throws IOException {
        var source = source("spring.datasource.url", "jdbc:h2:file:" + folder + "/data/vitrine;WRITE_DELAY=0");
        assertThat(source.present()).isEmpty();
        SecretsKey made = source.make().orElseThrow();
        Path file = folder.resolve("data/secrets.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(source.present().map(SecretsKey::id)).hasValue(made.id());
        assertThat(source.make().map(SecretsKey::id)).hasValue(made.id());
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void none_is_made_for_a_database_server_or_where_another_place_was_named() {
        assertThat(source("spring.datasource.url", "jdbc:postgresql://localhost/vitrine").make()).isEmpty();
        assertThat(source("spring.datasource.url", "jdbc:h2:mem:x").make()).isEmpty();
        assertThat(source("spring.datasource.url", "jdbc:h2:file:" + folder + "/v", "vitrine.secrets.key-file", folder + "/elsewhere").make()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_others_may_read_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("k"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> source("vitrine.secrets.key-file", file.toString()).present()).isInstanceOf(SecretsKeyRefused.class)
                .hasMessageContaining("Others than its owner").hasMessageNotContaining(text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertThat(source("vitrine.secrets.key-file", file.toString()).present().map(SecretsKey::id)).hasValue(key.id());
    }

    @Test
    void a_setting_or_file_without_a_key_is_refused_without_being_quoted() throws IOException {
        assertThatThrownBy(() -> source("vitrine.secrets.key", "almost-a-key").present()).isInstanceOf(SecretsKeyRefused.class).hasMessageNotContaining("almost");
        Path file = Files.writeString(folder.resolve("k"), "almost-a-key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> source("vitrine.secrets.key-file", file.toString()).present()).isInstanceOf(SecretsKeyRefused.class).hasMessageNotContaining("almost");
        assertThatThrownBy(() -> source("vitrine.secrets.old-key-file", folder + "/gone").old()).isInstanceOf(SecretsKeyRefused.class).hasMessageContaining("does not exist");
    }

    private static SecretsKeySource source(String... settings) {
        var environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        return new SecretsKeySource(environment);
    }
}

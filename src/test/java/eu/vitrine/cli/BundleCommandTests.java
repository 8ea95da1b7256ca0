package eu.vitrine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... args) {
        return Commands.run(Clock.systemUTC(), new Output(new PrintWriter(out, true), new PrintWriter(err, true)), args);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int make(String key) {
        return run("bundle", "make", "--content", "catalogue", "--issuer", "Example", "--issued", "2026-11-25", "--key", at(key), "-o", at("b.json"),
                "src/main/resources/catalogue/olmo-3-32b.yaml");
    }

    @Test
    void a_bundle_is_made_and_checked_with_the_key_of_its_issuer() {
        assertThat(run("bundle", "keys", at("issuer"))).isZero();
        assertThat(make("issuer")).isZero();
        assertThat(run("bundle", "check", at("b.json"), "--key", at("issuer.pub.pem"))).isZero();
        assertThat(out.toString()).contains("1 file, catalogue, issued by Example on 2026-11-25", "the key is the one given");
    }

    @Test
    void without_a_key_from_elsewhere_nobody_can_say_whose_it_is() {
        run("bundle", "keys", at("issuer"));
        make("issuer");
        assertThat(run("bundle", "check", at("b.json"))).isEqualTo(Exit.UNREADABLE);
    }

    @Test
    void an_altered_bundle_and_one_of_another_key_fail() throws IOException {
        run("bundle", "keys", at("issuer"));
        run("bundle", "keys", at("other"));
        make("issuer");
        assertThat(run("bundle", "check", at("b.json"), "--key", at("other.pub.pem"))).isEqualTo(Exit.FAILED);
        Files.writeString(folder.resolve("b.json"), Files.readString(folder.resolve("b.json")).replace("Olmo", "Elmo"));
        assertThat(run("bundle", "check", at("b.json"), "--key", at("issuer.pub.pem"))).isEqualTo(Exit.FAILED);
    }

    @Test
    void a_key_that_is_there_is_never_written_over() {
        run("bundle", "keys", at("issuer"));
        assertThat(run("bundle", "keys", at("issuer"))).isNotZero();
    }
}

package eu.vitrine.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameBytesTests {

    private static final String SLUG = "qwen3-235b-a22b";

    private static byte[] rendered() {
        return Shown.RENDERER.render(Shown.of(SLUG));
    }

    @Test
    void another_renderer_gives_the_same_bytes() {
        assertThat(DossierRenderer.shipped().render(Shown.of(SLUG))).isEqualTo(rendered());
    }

    @Test
    void another_time_zone_and_locale_give_the_same_bytes() {
        byte[] expected = rendered();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(rendered()).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void four_threads_give_the_same_bytes() throws Exception {
        byte[] expected = rendered();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> files = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                files.add(threads.submit(SameBytesTests::rendered));
            }
            for (Future<byte[]> file : files) {
                assertThat(file.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void another_start_of_java_gives_the_same_bytes(@TempDir Path folder) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java, "-Duser.timezone=Asia/Tokyo", "-Duser.language=tr", "-Dfile.encoding=ISO-8859-1",
                        "-cp", System.getProperty("java.class.path"), Shown.class.getName(), folder.toString(), SLUG)
                .inheritIO()
                .start();
        assertThat(child.waitFor()).isZero();
        assertThat(Files.readAllBytes(folder.resolve(SLUG + ".pdf"))).isEqualTo(rendered());
    }
}

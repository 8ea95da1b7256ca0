package eu.vitrine.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTests {

    private static byte[] everything() {
        return Typesetter.with(Theme.standard())
                .typeset(Samples.body(Samples.everything()), Samples.info(), Samples.attachments());
    }

    @Test
    void the_same_input_gives_the_same_bytes() {
        assertThat(everything()).isEqualTo(everything());
    }

    @Test
    void another_document_in_between_changes_nothing() {
        byte[] before = everything();
        Samples.typeset("<h1>Something else 你好</h1><p><em>in other</em> <code>faces</code></p>");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void four_threads_give_the_same_bytes() throws Exception {
        byte[] expected = everything();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> files = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                files.add(threads.submit(DeterminismTests::everything));
            }
            for (Future<byte[]> file : files) {
                assertThat(file.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void another_time_zone_and_locale_give_the_same_bytes() {
        byte[] expected = everything();
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(everything()).isEqualTo(expected);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void another_start_of_java_gives_the_same_bytes(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("everything.pdf");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process child = new ProcessBuilder(
                        java, "-Duser.timezone=Asia/Tokyo", "-Duser.language=tr", "-Dfile.encoding=ISO-8859-1",
                        "-cp", System.getProperty("java.class.path"), Sheet.class.getName(), file.toString())
                .inheritIO()
                .start();
        assertThat(child.waitFor()).isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(everything());
    }

    @Test
    void another_date_gives_another_file() {
        DocumentInfo later = DocumentInfo.english("Title", Instant.parse("2026-11-24T00:00:00Z"));
        DocumentInfo earlier = DocumentInfo.english("Title", Instant.parse("2026-11-23T00:00:00Z"));
        Typesetter typesetter = Typesetter.with(Theme.standard());
        assertThat(typesetter.typeset("<body><p>x</p></body>", later, List.of()))
                .isNotEqualTo(typesetter.typeset("<body><p>x</p></body>", earlier, List.of()));
    }
}

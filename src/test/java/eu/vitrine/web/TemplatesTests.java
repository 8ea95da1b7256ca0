package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplatesTests {

    private static final Path FOLDER = Path.of("templates/web");

    @Test
    void no_template_writes_unescaped_text_or_builds_expressions_from_values() throws IOException {
        for (Path template : templates()) {
            assertThat(Files.readString(template)).as(template.toString())
                    .doesNotContain("th:utext").doesNotContain("[(").doesNotContain("__${").doesNotContain("style=").doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void every_message_a_template_names_exists() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            texts.load(reader);
        }
        var missing = new TreeSet<String>();
        for (Path template : templates()) {
            var keys = Pattern.compile("#\\{([a-z][a-z0-9.-]+)[(}]").matcher(withoutComments(Files.readString(template)));
            while (keys.find()) {
                if (!texts.containsKey(keys.group(1))) {
                    missing.add(keys.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String withoutComments(String template) {
        return template.replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }
}

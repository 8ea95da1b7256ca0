package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ArrayList;
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
        for (Path file : messages()) {
            var some = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                some.load(reader);
            }
            assertThat(some.keySet().stream().filter(texts::containsKey)).as("keys of " + file + " that stand in another file").isEmpty();
            texts.putAll(some);
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

    /** The files of messages: one for all, and one for each package that has many. */
    private static List<Path> messages() throws IOException {
        var files = new ArrayList<>(List.of(Path.of("src/main/resources/messages.properties")));
        try (var more = Files.list(Path.of("src/main/resources/messages"))) {
            more.sorted().forEach(files::add);
        }
        return files;
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

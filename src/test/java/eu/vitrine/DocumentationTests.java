package eu.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents claim, held against the tree. */
class DocumentationTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z0-9_-]+)`");

    @Test
    void every_policy_stands_in_the_mapping_and_every_id_there_exists() throws IOException {
        Set<String> policies = PolicyFolder.shipped().policies().stream().map(Policy::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/legal/mapping.md"))) {
            if (line.startsWith("|")) {
                String column = line.split("\\|")[2];
                Matcher matcher = CODE.matcher(column);
                while (matcher.find()) {
                    mapped.add(matcher.group(1));
                }
            }
        }

        assertThat(mapped).isEqualTo(policies);
    }

    @Test
    void every_row_of_the_mapping_names_a_policy_or_says_why_there_is_none() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/legal/mapping.md")).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("| provision") && !line.startsWith("|---")).toList();

        assertThat(rows).isNotEmpty().allMatch(row -> row.split("\\|")[2].contains("`") || row.split("\\|")[2].contains("because"));
    }

    @Test
    void links_between_documents_resolve() throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> documents = Stream.concat(Files.walk(Path.of("docs")), Stream.of(Path.of("README.md"), Path.of("policies/README.md")))) {
            for (Path document : documents.filter(path -> path.toString().endsWith(".md")).toList()) {
                Matcher matcher = LINK.matcher(Files.readString(document));
                while (matcher.find()) {
                    String target = matcher.group(1);
                    if (!target.contains("://") && !Files.exists(document.resolveSibling(target).normalize())) {
                        broken.add(document + " → " + target);
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void decisions_are_numbered_without_gaps_and_have_a_status() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs/adr"))) {
            List<Path> decisions = files.sorted().toList();
            for (int i = 0; i < decisions.size(); i++) {
                assertThat(decisions.get(i).getFileName().toString()).startsWith("%04d-".formatted(i));
                assertThat(Files.readString(decisions.get(i))).contains("Status:");
            }
        }
    }

    @Test
    void the_product_never_says_that_somebody_complies() throws IOException {
        List<String> found = new ArrayList<>();
        for (String root : List.of("src/main", "templates", "policies", "README.md")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|html|yaml|md|properties)")).toList()) {
                    if (Files.readString(file).toLowerCase(java.util.Locale.ROOT).contains("compliant with the ai act")) {
                        found.add(file.toString());
                    }
                }
            }
        }

        assertThat(found).isEmpty();
    }
}

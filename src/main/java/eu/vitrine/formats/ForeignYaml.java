package eu.vitrine.formats;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML and JSON that others wrote. What the library throws beside its complaints with a place is a complaint as well. */
final class ForeignYaml {

    private ForeignYaml() {}

    /**
     * Reads one document.
     *
     * @throws InvalidFile when it is not one well-formed document
     */
    static Located read(String text, String file) {
        try {
            return LocatedReader.read(text, file);
        } catch (YAMLException | IllegalArgumentException e) {
            // a quotation that is taken up again at the margin, or a tag with half an escape
            throw new InvalidFile(new Problem(file, 0, 0, "not well-formed YAML: " + String.valueOf(e.getMessage()).lines().findFirst()
                    .orElse("unreadable")));
        }
    }
}

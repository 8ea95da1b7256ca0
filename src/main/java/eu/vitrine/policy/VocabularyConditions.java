package eu.vitrine.policy;

import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import java.util.List;
import java.util.Map;

/** Checks the conditions under which the vocabulary asks for facts and finds them plausible. */
final class VocabularyConditions {

    private VocabularyConditions() {}

    /** Checks the conditions in the vocabulary among these files and adds a problem for each that is not valid, where it stands. */
    static void check(Map<String, String> files, CelReader reader, List<Problem> problems) {
        Overlay.below(files, "vocabulary/").forEach((name, text) -> {
            Form section = new Form(LocatedReader.read(text, name), problems);
            section.forms("facts").forEach(fact -> {
                check(fact, "ask_when", reader, problems);
                check(fact, "check", reader, problems);
            });
        });
    }

    private static void check(Form fact, String key, CelReader reader, List<Problem> problems) {
        if (fact.node().present(key) instanceof Located.Scalar condition) {
            try {
                reader.read(condition, Expressions.Type.BOOLEAN, "");
            } catch (InvalidCondition e) {
                problems.addAll(e.problems());
            }
        }
    }
}

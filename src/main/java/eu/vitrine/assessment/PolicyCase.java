package eu.vitrine.assessment;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.Located;
import java.util.ArrayList;
import java.util.List;

/**
 * A situation with the answers expected of a policy.
 *
 * @param sentence what it shows
 * @param asOf the day the law is read for, in words
 * @param answers what is expected, each as name and value
 */
record PolicyCase(String sentence, String asOf, List<Expected> answers) {

    /** One answer expected. */
    record Expected(String name, String value) {}

    static List<PolicyCase> in(Located.Mapping file) {
        List<PolicyCase> cases = new ArrayList<>();
        for (Form one : new Form(file, new ArrayList<>()).forms("cases")) {
            List<Expected> answers = new ArrayList<>();
            if (one.node().present("expect") instanceof Located.Mapping expect) {
                expect.entries().forEach((name, value) -> answers.add(new Expected(name, words(value))));
            }
            String day = one.text("as_of");
            cases.add(new PolicyCase(one.text("case"), Day.parse(day).map(FactWords::day).orElse(day), List.copyOf(answers)));
        }
        return cases;
    }

    private static String words(Located value) {
        return switch (value) {
            case Located.Scalar scalar when scalar.isNull() -> "–";
            case Located.Scalar scalar -> scalar.text();
            case Located.Sequence sequence when sequence.items().isEmpty() -> "–";
            case Located.Sequence sequence -> String.join(", ", sequence.items().stream().map(PolicyCase::words).toList());
            case Located.Mapping mapping -> String.join(", ", mapping.entries().keySet());
        };
    }
}

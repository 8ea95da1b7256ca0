package eu.vitrine.exchange;

import eu.vitrine.facts.Located;
import eu.vitrine.facts.Problem;
import java.util.List;

/** Refuses characters that cannot be shown, stored or exchanged: control characters and halves of surrogate pairs. */
final class Characters {

    private Characters() {}

    /** Complains about every text and key in this tree that has such a character. */
    static void check(Located node, List<Problem> problems) {
        switch (node) {
            case Located.Mapping mapping -> mapping.entries().forEach((key, value) -> {
                check(mapping.keys().get(key), problems);
                check(value, problems);
            });
            case Located.Sequence sequence -> sequence.items().forEach(item -> check(item, problems));
            case Located.Scalar scalar -> scalar.text().codePoints().filter(Characters::refused).findFirst().ifPresent(character ->
                    problems.add(scalar.problem("the character U+%04X may not stand in a text; remove it".formatted(character))));
        }
    }

    private static boolean refused(int character) {
        boolean control = Character.isISOControl(character) && character != '\n' && character != '\t' && character != '\r';
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return control || half;
    }
}

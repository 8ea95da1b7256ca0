package eu.vitrine.assessment;

import java.util.List;

/**
 * One reason why an assessment is out of date.
 *
 * @param messageKey message that says what moved
 * @param args values for the message
 */
public record Moved(String messageKey, List<Object> args) {

    static Moved of(String what, Object... args) {
        return new Moved("assessment.moved." + what, List.of(args));
    }
}

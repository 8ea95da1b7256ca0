package eu.vitrine.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a submitted form, in the order of its fields. Pages show it twice: as a summary that takes the focus
 * and beside each field (fragments {@code forms :: summary} and {@code forms :: error}).
 */
public final class FormErrors {

    private final List<FormError> errors = new ArrayList<>();

    /**
     * @param field id and name of the form field
     * @param messageKey message that says what is wrong and what to do
     * @param args values for the message
     */
    public record FormError(String field, String messageKey, List<Object> args) {}

    /** Notes an error; the first one of a field is the one shown beside it. */
    public FormErrors add(String field, String messageKey, Object... args) {
        errors.add(new FormError(field, messageKey, List.of(args)));
        return this;
    }

    public boolean any() {
        return !errors.isEmpty();
    }

    public List<FormError> all() {
        return List.copyOf(errors);
    }

    public Optional<FormError> on(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }
}

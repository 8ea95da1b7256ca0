package eu.vitrine.registry;

/**
 * What is wrong with a parameter of a list.
 *
 * @param parameter its name as given
 * @param value the value as given, shortened
 * @param kind what is wrong; also the end of the message key {@code lists.problem.…}
 */
record ListProblem(String parameter, String value, Kind kind) {

    private static final int SHOWN = 80;

    enum Kind {
        NO_FILTER("there is no such parameter"),
        NO_CHOICE("it is none of the values"),
        NO_NUMBER("it is no number"),
        NO_DAY("it is no date as 2026, 2026-11 or 2026-11-25"),
        NO_ORDER("the list cannot be ordered by it"),
        NO_PLACE("it is no place in this list"),
        TOO_MANY("these are too many values"),
        NO_SIZE("it is no size a page can have"),
        NO_LIMIT("it is no whole number from 1 to 200");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    ListProblem {
        parameter = cut(parameter);
        value = cut(value);
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + "…";
    }

    /** In a sentence, for programs. */
    String words() {
        return "\"" + parameter + "\" cannot be \"" + value + "\": " + kind.words + ".";
    }

    /** Message for people, with parameter and value as arguments. */
    public String key() {
        return "lists.problem." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}

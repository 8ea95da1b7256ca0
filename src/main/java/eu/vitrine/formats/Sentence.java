package eu.vitrine.formats;

import java.util.Locale;

/** Makes a sentence of a complaint that begins in lower case and has no full stop. */
final class Sentence {

    private Sentence() {}

    static String of(String complaint) {
        String text = String.valueOf(Wording.shown(complaint)).strip();
        int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        String end = text.matches("(?s).*[.…]") ? "" : ".";
        return text.substring(0, first).toUpperCase(Locale.ENGLISH) + text.substring(first) + end;
    }
}

package eu.vitrine.typeset;

import java.text.Normalizer;

/**
 * Makes hidden characters visible. Control, format and bidi characters could make a reader see something else than what is
 * there, so they appear as their code points, for example U+202E as "‹U+202E›".
 */
final class VisibleText {

    private VisibleText() {}

    /** Replaces raw characters that XML 1.0 cannot carry, so that they are shown instead of stopping the parser. */
    static String forXml(String text) {
        return replace(text, true);
    }

    /** Replaces hidden characters and composes letters with their accents, because the fonts hold composed letters. */
    static String of(String text) {
        String visible = replace(text, false);
        return hasCombiningMark(visible) ? Normalizer.normalize(visible, Normalizer.Form.NFC) : visible;
    }

    private static String replace(String text, boolean onlyForXml) {
        StringBuilder out = null;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            boolean hidden = onlyForXml ? !allowedInXml(codePoint) : isHidden(codePoint);
            if (hidden && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (hidden) {
                out.append("‹U+%04X›".formatted(codePoint));
            } else if (out != null) {
                out.appendCodePoint(codePoint);
            }
            i = next;
        }
        return out == null ? text : out.toString();
    }

    private static boolean allowedInXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    private static boolean isHidden(int c) {
        if (c < 0x7F) {
            return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> isVariationSelector(c);
        };
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean hasCombiningMark(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK) {
                return true;
            }
        }
        return false;
    }
}

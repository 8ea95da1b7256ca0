package eu.vitrine.typeset;

import java.util.regex.Pattern;

/** The shape of language tags (BCP 47); whether a language exists is not asked. */
final class Languages {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

    private Languages() {}

    static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }
}

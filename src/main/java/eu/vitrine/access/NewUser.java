package eu.vitrine.access;

import eu.vitrine.web.FormErrors;

/** What the names of a new user must be like, wherever they are typed. */
final class NewUser {

    private static final int LONGEST_NAME = 100;

    private NewUser() {}

    static void check(String displayName, String signInName, FormErrors errors) {
        if (displayName.isBlank()) {
            errors.add("displayName", "user.display-name.missing");
        } else if (displayName.length() > LONGEST_NAME) {
            errors.add("displayName", "user.display-name.long", LONGEST_NAME);
        }
        if (SignInName.of(signInName).isEmpty()) {
            errors.add("name", "user.sign-in-name.wrong");
        }
    }
}

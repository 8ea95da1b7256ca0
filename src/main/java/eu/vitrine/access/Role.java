package eu.vitrine.access;

import java.util.Locale;

/** What a person may do here; a person has one or several roles. */
public enum Role {
    OFFICER,
    APPROVER,
    AUDITOR,
    PROCUREMENT,
    ADMINISTRATOR,
    POLICY_AUTHOR;

    /** The name Spring Security knows the role by, as in {@code hasRole('OFFICER')}. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** Message key of the role's name; with {@code .may} appended, of the sentence that says what it may do. */
    public String key() {
        return "role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

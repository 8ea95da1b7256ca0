package eu.vitrine.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A user as the administrator sees one.
 *
 * @param roles at least one
 * @param units of which units the person sees the records
 * @param createdAt when the user was added
 */
public record UserSummary(UserId id, String signInName, String displayName, Set<Role> roles, UnitScope units, State state, Instant createdAt) {

    /** Whether the person can sign in. */
    public enum State {
        /** The one-time link has not been used yet. */
        INVITED,
        ACTIVE,
        DISABLED
    }

    /** The roles in their fixed order. */
    public List<Role> sortedRoles() {
        return roles.stream().sorted().toList();
    }
}

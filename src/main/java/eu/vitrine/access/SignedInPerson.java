package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who holds a session, as known when it began; {@link SessionGuard} ends it when that is no longer so.
 *
 * @param session identity of the session in {@link Sessions}
 * @param confirmed when the person last gave password or code
 */
record SignedInPerson(UUID id, String displayName, Set<Role> roles, UnitScope units, int stamp, Instant since, UUID session, Instant confirmed)
        implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return displayName;
    }

    Collection<GrantedAuthority> authorities() {
        return roles.stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority())).toList();
    }

    /** The same person, who has given password or code again. */
    SignedInPerson confirmedAt(Instant now) {
        return new SignedInPerson(id, displayName, roles, units, stamp, since, session, now);
    }

    Actor actor() {
        return new Actor(id.toString(), displayName);
    }
}

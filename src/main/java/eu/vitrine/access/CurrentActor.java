package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.web.OpenDoors;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person whose request is being served, also where a program sent it by the person's token. */
@Component
public class CurrentActor implements OpenDoors {

    /**
     * The actor to record in the audit log.
     *
     * @throws IllegalStateException if nobody is signed in; front doors that need an actor refuse such callers first
     */
    public Actor actor() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof TokenAuthentication program) {
            return program.actor();
        }
        return person().map(SignedInPerson::actor).orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** Identity of the person signed in. */
    public Optional<UserId> id() {
        return person().map(person -> new UserId(person.id()));
    }

    /** Whether somebody is signed in and has the role. */
    public boolean has(Role role) {
        return person().filter(person -> person.roles().contains(role)).isPresent();
    }

    /** The roles of the person; none where nobody is signed in. */
    Set<Role> roles() {
        return person().map(SignedInPerson::roles).orElse(Set.of());
    }

    /** Of which units the person signed in sees the records; without one, as at start, of all. */
    public UnitScope units() {
        return person().map(SignedInPerson::units).orElse(UnitScope.EVERYTHING);
    }

    @Override
    public boolean lead(String path) {
        return person().filter(person -> RouteTable.opens(path, person.roles())).isPresent();
    }

    /** Who holds the session of the present request. */
    static Optional<SignedInPerson> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal() instanceof SignedInPerson person ? person : null);
    }
}

package eu.vitrine.access;

import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person does with a one-time link: become the first administrator, or choose the password of an added user. */
@Component
@Transactional
class SetUp {

    static final Duration FIRST_LINK_VALIDITY = Duration.ofMinutes(30);

    private final UserRepository users;
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final Clock clock;

    SetUp(UserRepository users, OneTimeLinks links, Passwords passwords, AuditTrail trail, Clock clock) {
        this.users = users;
        this.links = links;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    boolean isNobodyYet() {
        return users.count() == 0;
    }

    /** A new link for the first administrator; the one before no longer works. */
    OneTimeLinks.Token firstLink() {
        trail.record(AuditEntry.of(Actor.SYSTEM, "set-up-link.issued", AuditEntry.Subject.of("installation", "vitrine")));
        return links.issue(null, FIRST_LINK_VALIDITY);
    }

    /** Whose set-up a token allows; empty if it does not work (any more). */
    Optional<Invitee> invitee(String token) {
        return links.find(token).flatMap(link -> link.userId() == null
                ? (isNobodyYet() ? Optional.of(Invitee.FIRST) : Optional.empty())
                : users.findById(link.userId()).map(account -> new Invitee(false, account.summary().signInName(), account.displayName())));
    }

    /** Who is being set up; {@code first} is the first administrator, whose names are still empty. */
    record Invitee(boolean first, String signInName, String displayName) {
        static final Invitee FIRST = new Invitee(true, "", "");
    }

    /**
     * Creates the first administrator.
     *
     * @param further roles beside administrator
     * @return false if the token does not work or somebody else was first
     */
    boolean createFirst(String token, SignInName name, String displayName, String password, Set<Role> further) {
        var link = links.find(token).filter(found -> found.userId() == null);
        if (link.isEmpty() || !isNobodyYet() || !links.use(link.get())) {
            return false;
        }
        var roles = EnumSet.copyOf(further.isEmpty() ? EnumSet.noneOf(Role.class) : further);
        roles.add(Role.ADMINISTRATOR);
        var account = new UserAccount(name, displayName, roles, clock.instant());
        account.choosePassword(passwords.hash(password));
        users.save(account);
        trail.record(AuditEntry.of(actor(account), "user.set-up", subject(account.id()))
                .with("roles", roles.stream().map(Role::name).toList()));
        return true;
    }

    /** Chooses the password of an added user; false if the token does not work. */
    boolean choosePassword(String token, String password) {
        var link = links.find(token).filter(found -> found.userId() != null);
        if (link.isEmpty() || !links.use(link.get())) {
            return false;
        }
        UserAccount account = users.findById(java.util.Objects.requireNonNull(link.get().userId())).orElseThrow();
        account.choosePassword(passwords.hash(password));
        trail.record(AuditEntry.of(actor(account), "user.set-up", subject(account.id())));
        return true;
    }

    static AuditEntry.Subject subject(UUID id) {
        return AuditEntry.Subject.of("user", id.toString());
    }

    private static Actor actor(UserAccount account) {
        return new Actor(account.id().toString(), account.displayName());
    }
}

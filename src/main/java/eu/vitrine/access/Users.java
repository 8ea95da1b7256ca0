package eu.vitrine.access;

import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The users, for the administrator. Nobody changes their own account here. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Transactional
public class Users {

    private static final Duration INVITATION_VALIDITY = Duration.ofDays(3);

    private final UserRepository users;
    private final OneTimeLinks oneTimeLinks;
    private final Links links;
    private final SecondFactors factors;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;

    Users(UserRepository users, OneTimeLinks oneTimeLinks, Links links, SecondFactors factors, AuditTrail trail, CurrentActor current, Clock clock) {
        this.users = users;
        this.oneTimeLinks = oneTimeLinks;
        this.links = links;
        this.factors = factors;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    /** All users by name. */
    @Transactional(readOnly = true)
    public List<UserSummary> all() {
        return users.findAllByOrderByDisplayNameAscSignInNameAsc().stream().map(UserAccount::summary).toList();
    }

    /** @throws NoSuchUser if there is none of that identity */
    @Transactional(readOnly = true)
    public UserSummary one(UserId id) {
        return find(id).summary();
    }

    /**
     * Adds a user, who can sign in once the link of the invitation was used.
     *
     * @param roles at least one
     * @throws SignInNameTaken if another user has the name
     */
    public Invitation add(SignInName name, String displayName, Set<Role> roles) {
        if (users.existsBySignInName(name.value())) {
            throw new SignInNameTaken(name);
        }
        var account = users.save(new UserAccount(name, displayName, roles, clock.instant()));
        users.flush(); // the link refers to the row
        trail.record(entry("user.added", account).with("roles", names(roles)));
        return invite(account);
    }

    /**
     * Gives a user exactly these roles; sessions of the user end.
     *
     * @param roles at least one
     * @throws OwnAccount if the user is the one who asks
     * @throws NoAdministratorLeft if no other administrator could sign in
     */
    public void giveRoles(UserId id, Set<Role> roles) {
        UserAccount account = another(id);
        var before = names(account.roles());
        account.giveRoles(roles);
        trail.record(entry("user.roles-changed", account).with("before", before).with("roles", names(roles)));
        anAdministratorMustBeLeft();
    }

    /**
     * Lets a user see the records of exactly these units; sessions of the user end.
     *
     * @throws OwnAccount if the user is the one who asks
     */
    public void giveUnits(UserId id, UnitScope units) {
        UserAccount account = another(id);
        var before = words(account.unitScope());
        account.belongTo(units);
        trail.record(entry("user.units-changed", account).with("before", before).with("units", words(units)));
    }

    private static List<String> words(UnitScope units) {
        return units.all() ? List.of("all") : units.slugs().stream().sorted().toList();
    }

    /**
     * Ends the user's sessions and refuses further sign-ins; what the user did stays.
     *
     * @throws OwnAccount if the user is the one who asks
     * @throws NoAdministratorLeft if no other administrator could sign in
     */
    public void disable(UserId id) {
        UserAccount account = another(id);
        account.disable();
        oneTimeLinks.withdraw(account.id());
        trail.record(entry("user.disabled", account));
        anAdministratorMustBeLeft();
    }

    /** Lets a disabled user sign in again with the same password. */
    public void enable(UserId id) {
        UserAccount account = another(id);
        account.enable();
        trail.record(entry("user.enabled", account));
    }

    /** A new one-time link by which the user chooses a (new) password; the one before no longer works. */
    public Invitation renewLink(UserId id) {
        UserAccount account = another(id);
        trail.record(entry("user.link-renewed", account));
        return invite(account);
    }

    /** Whether the user gives a code after the password. */
    @Transactional(readOnly = true)
    public boolean hasSecondFactor(UserId id) {
        return factors.since(id.value()).isPresent();
    }

    /**
     * Takes a user's second factor away, because the telephone is lost and the recovery codes with it. Sessions of the user end, and
     * the password alone signs in until another one is set up.
     *
     * @throws OwnAccount if the user is the one who asks
     */
    public void resetSecondFactor(UserId id) {
        UserAccount account = another(id);
        account.endSessions();
        factors.remove(account.id(), current.actor(), "second-factor.reset");
    }

    /** A link to hand to a new user. */
    public record Invitation(UserId user, String link, Instant expires) {}

    private Invitation invite(UserAccount account) {
        var token = oneTimeLinks.issue(account.id(), INVITATION_VALIDITY);
        return new Invitation(new UserId(account.id()), links.setUp(token), token.expires());
    }

    private UserAccount another(UserId id) {
        if (current.id().filter(id::equals).isPresent()) {
            throw new OwnAccount(id);
        }
        return find(id);
    }

    /** Asked after recording, when the log's lock has put changes made at once in an order. */
    private void anAdministratorMustBeLeft() {
        if (users.administrators() == 0) {
            throw new NoAdministratorLeft();
        }
    }

    private UserAccount find(UserId id) {
        return users.findById(id.value()).orElseThrow(() -> new NoSuchUser(id));
    }

    private AuditEntry entry(String action, UserAccount account) {
        return AuditEntry.of(current.actor(), action, SetUp.subject(account.id())).with("user", account.displayName());
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }
}

package eu.vitrine.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. Without a password the one-time link has not been used yet. */
@Entity
@Table(name = "user_account")
class UserAccount {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String signInName;

    @Column(nullable = false)
    private String displayName;

    @Nullable
    private String passwordHash;

    private boolean disabled;

    /** Counts what ends the sessions that began before: roles, units, password or permission to sign in changed. */
    private int stamp;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    private long rowVersion;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_account_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles;

    private boolean allUnits;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "user_account_unit", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "unit")
    private Set<String> units;

    @SuppressWarnings("NullAway") // Hibernate fills the fields
    protected UserAccount() {}

    UserAccount(SignInName signInName, String displayName, Set<Role> roles, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.signInName = signInName.value();
        this.displayName = displayName;
        this.roles = EnumSet.copyOf(roles);
        this.createdAt = createdAt;
        this.allUnits = true;
        this.units = new HashSet<>();
    }

    void belongTo(UnitScope scope) {
        allUnits = scope.all();
        units.retainAll(scope.slugs());
        units.addAll(scope.slugs());
        stamp++;
    }

    UnitScope unitScope() {
        return new UnitScope(allUnits, units);
    }

    void choosePassword(String hash) {
        passwordHash = hash;
        stamp++;
    }

    /** Keeps the same password under stronger parameters; no session ends. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    void giveRoles(Set<Role> changed) {
        roles.retainAll(changed);
        roles.addAll(changed);
        stamp++;
    }

    /** Ends the sessions that began before. */
    void endSessions() {
        stamp++;
    }

    void disable() {
        disabled = true;
        stamp++;
    }

    void enable() {
        disabled = false;
        stamp++;
    }

    UUID id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    /** Hash of the password by which the person may sign in now; empty if disabled or not yet set up. */
    Optional<String> usablePassword() {
        return disabled ? Optional.empty() : Optional.ofNullable(passwordHash);
    }

    SignedInPerson signedIn(Instant now) {
        return new SignedInPerson(id, displayName, Set.copyOf(roles), unitScope(), stamp, now, UUID.randomUUID(), now);
    }

    UserSummary summary() {
        var state = disabled ? UserSummary.State.DISABLED
                : passwordHash == null ? UserSummary.State.INVITED : UserSummary.State.ACTIVE;
        return new UserSummary(new UserId(id), signInName, displayName, roles(), unitScope(), state, createdAt);
    }
}

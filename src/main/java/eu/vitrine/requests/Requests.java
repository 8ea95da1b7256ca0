package eu.vitrine.requests;

import eu.vitrine.access.CurrentActor;
import eu.vitrine.access.Role;
import eu.vitrine.access.UnitScope;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditEntry;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.registry.RecordName;
import eu.vitrine.registry.VisibleRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to use something. Everybody signed in asks and sees the own ones; officers see and answer those of their units. */
@Service
@PreAuthorize("isAuthenticated()")
@Transactional(readOnly = true)
public class Requests {

    private static final int MOST = 500;

    private final RequestStore store;
    private final VisibleRecords visible;
    private final AuditTrail trail;
    private final CurrentActor current;
    private final Clock clock;

    Requests(RequestStore store, VisibleRecords visible, AuditTrail trail, CurrentActor current, Clock clock) {
        this.store = store;
        this.visible = visible;
        this.trail = trail;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Asks whether something may be used.
     *
     * @param what name of the model or tool, at most 300 characters
     * @param purpose what for, at most 4000 characters
     * @return the number of the request
     */
    @Transactional
    public int ask(String what, @Nullable String url, String purpose, @Nullable String dataClass, @Nullable LocalDate wantedBy) {
        Actor by = current.actor();
        UnitScope scope = current.units();
        String unit = scope.all() ? null : scope.slugs().stream().sorted().findFirst().orElse(null);
        int number = store.add(new UseRequest.Asked(what, url, purpose, dataClass, wantedBy, by, clock.instant().truncatedTo(ChronoUnit.MICROS)), unit);
        trail.record(AuditEntry.of(by, "request.asked", subject(number)).with("what", what));
        return number;
    }

    /** The requests of the person signed in, newest first. */
    public List<UseRequest> own() {
        return store.of(current.actor().id(), MOST);
    }

    /** Open requests of the officer's units, in the order in which to look at them. */
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR')")
    public List<UseRequest> open() {
        return store.open(visible.and("unit"), visible.units(), MOST);
    }

    /** Closed requests of the officer's units, newest first. */
    @PreAuthorize("hasAnyRole('OFFICER', 'APPROVER', 'AUDITOR')")
    public List<UseRequest> closed() {
        return store.closed(visible.and("unit"), visible.units(), MOST);
    }

    /** @throws NoSuchRequest if there is none of that number that the person may see */
    public UseRequest one(int number) {
        boolean all = current.has(Role.OFFICER) || current.has(Role.APPROVER) || current.has(Role.AUDITOR);
        return store.find(number, all ? visible.and("unit") : "", visible.units())
                .filter(found -> all || found.asked().by().id().equals(current.actor().id())).orElseThrow(() -> new NoSuchRequest(number));
    }

    /**
     * Takes a request on, or says how far it is.
     *
     * @param waiting whether somebody outside was asked
     * @param expectedOn when an answer can be expected, or null
     * @param record the record it became, or null
     * @throws RequestMoved if it was changed meanwhile or is closed
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void progress(int number, int expected, boolean waiting, @Nullable LocalDate expectedOn, @Nullable RecordName record) {
        UseRequest before = one(number);
        change(new UseRequest(number, before.asked(), waiting ? RequestStatus.WAITING : RequestStatus.IN_PROGRESS, expectedOn, current.actor(), record, null,
                before.version()), expected, "request.progressed");
    }

    /**
     * Answers a request; it is closed then.
     *
     * @param answer in words, not blank
     * @throws RequestMoved if it was changed meanwhile or is closed
     */
    @Transactional
    @PreAuthorize("hasRole('OFFICER')")
    public void answer(int number, int expected, String answer, @Nullable RecordName record) {
        UseRequest before = one(number);
        change(new UseRequest(number, before.asked(), RequestStatus.ANSWERED, before.expectedOn(), current.actor(), record == null ? before.record() : record,
                answer, before.version()), expected, "request.answered");
    }

    /**
     * Takes an own request back.
     *
     * @throws NoSuchRequest if it is not one's own
     * @throws RequestMoved if it was changed meanwhile or is closed
     */
    @Transactional
    public void withdraw(int number, int expected) {
        UseRequest before = one(number);
        if (!before.asked().by().id().equals(current.actor().id())) {
            throw new NoSuchRequest(number);
        }
        change(new UseRequest(number, before.asked(), RequestStatus.WITHDRAWN, before.expectedOn(), before.handler(), before.record(), null, before.version()),
                expected, "request.withdrawn");
    }

    private void change(UseRequest to, int expected, String action) {
        if (!store.change(to, expected)) {
            throw new RequestMoved(to.number());
        }
        trail.record(AuditEntry.of(current.actor(), action, subject(to.number())).with("status", to.status().name()));
    }

    private static AuditEntry.Subject subject(int number) {
        return AuditEntry.Subject.of("request", Integer.toString(number));
    }
}

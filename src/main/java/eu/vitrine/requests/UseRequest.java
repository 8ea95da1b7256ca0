package eu.vitrine.requests;

import eu.vitrine.audit.Actor;
import eu.vitrine.registry.RecordName;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request to use something.
 *
 * @param number from 1, in the order of asking
 * @param asked what and by whom
 * @param status how far it is
 * @param expectedOn when an answer can be expected, as the officer says; null as long as nobody has said
 * @param handler who looks at it, or null
 * @param record the record it became, or null
 * @param answer the answer in words; null as long as there is none
 * @param version counts the changes
 */
public record UseRequest(int number, Asked asked, RequestStatus status, @Nullable LocalDate expectedOn, @Nullable Actor handler,
        @Nullable RecordName record, @Nullable String answer, int version) {

    /**
     * What a colleague asks.
     *
     * @param what name of the model or tool
     * @param url its address, or null
     * @param purpose what for
     * @param dataClass code of the most sensitive class of data, or null where the person does not know
     * @param wantedBy until when the person needs it, or null
     * @param by who asks
     * @param at when
     */
    public record Asked(String what, @Nullable String url, String purpose, @Nullable String dataClass, @Nullable LocalDate wantedBy, Actor by, Instant at) {}

    /** Whether the day on which an answer was expected has passed without one. */
    public boolean isLate(LocalDate today) {
        return status.isOpen() && expectedOn != null && expectedOn.isBefore(today);
    }
}

package eu.vitrine.approval;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A gap with what is done about it.
 *
 * @param plan null as long as nobody has said
 */
public record TreatedGap(Gap gap, @Nullable Plan plan) {

    /**
     * What is done.
     *
     * @param reason why it can be accepted, what is asked, or what is done; not blank
     * @param owner who sees to it, or null
     * @param deadline until when, or null
     * @param fallback what happens if it fails, or null
     */
    public record Plan(Treatment treatment, String reason, @Nullable String owner, @Nullable LocalDate deadline, @Nullable String fallback) {}
}

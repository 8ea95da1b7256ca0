package eu.vitrine.formats;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.SourceTier;
import eu.vitrine.facts.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every claim of one file has in common.
 *
 * @param url address of the source
 * @param asOf date of the source
 * @param tier what kind of source it is, or null where the file does not show it
 */
record Citation(@Nullable String url, @Nullable Day asOf, @Nullable SourceTier tier) {

    /** What the person says who brings the file; an address that is none counts as none. */
    static Citation of(Origin origin, @Nullable SourceTier tier) {
        String url = origin.url() == null ? null : origin.url().strip();
        return new Citation(url != null && Wording.isAddress(url) ? url : null, origin.date(), tier);
    }

    /** A value as this source states it. Whether a list is complete is never known from such a file. */
    Claim claim(FactValue value, @Nullable String note) {
        return new Claim(State.VALUE, value, Completeness.NOT_KNOWN, url, asOf, note, null, tier, null, List.of());
    }

    /** A state without a value. */
    Claim claim(State state, String note) {
        return new Claim(state, null, Completeness.NOT_KNOWN, url, asOf, note, null, tier, null, List.of());
    }
}

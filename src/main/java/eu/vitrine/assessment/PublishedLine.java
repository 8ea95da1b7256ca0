package eu.vitrine.assessment;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.PublishedFinding;
import org.jspecify.annotations.Nullable;

/** What somebody measured, as a page shows it. */
public record PublishedLine(PublishedFinding finding) {

    /** Date of publication in words, or null. */
    public @Nullable String day() {
        return finding.asOf() == null ? null : FactWords.day(finding.asOf());
    }

    /** Where it was published, if a page may link to it. */
    public @Nullable String link() {
        return FactLine.safe(finding.sourceUrl());
    }

    /** The source by its host, or null where there is none. */
    public @Nullable String source() {
        return FactLine.host(finding.sourceUrl());
    }

    /** Whether it is about the build of the record itself. */
    public boolean isExact() {
        return finding.applicability() == PublishedFinding.Applicability.EXACT_BUILD;
    }

    /** What was counted and how much, in words; null where either is not stated. */
    public @Nullable String measure() {
        return finding.metric() == null || finding.value() == null ? null
                : finding.metric().replace('_', ' ') + " " + FactWords.number(finding.value());
    }
}

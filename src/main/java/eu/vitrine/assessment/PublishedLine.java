package eu.vitrine.assessment;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import org.jspecify.annotations.Nullable;

/** What somebody measured, as a page shows it. */
public record PublishedLine(Observation observation) {

    public PublishedFinding finding() {
        return observation.said();
    }

    /** How far it may be relied on when it was assessed, as it is said in dossiers; null where that was not kept. */
    public @Nullable String standing() {
        return observation.review() == null ? null : observation.review().status().word() + ": " + observation.review().status().meaning();
    }

    /** Date of publication in words, or null. */
    public @Nullable String day() {
        return finding().asOf() == null ? null : FactWords.day(finding().asOf());
    }

    /** Where it was published, if a page may link to it. */
    public @Nullable String link() {
        return FactLine.safe(finding().sourceUrl());
    }

    /** The source by its host, or null where there is none. */
    public @Nullable String source() {
        return FactLine.host(finding().sourceUrl());
    }

    /** Whether it is said to be about the build of the record itself. */
    public boolean isExact() {
        return finding().applicability() == PublishedFinding.Applicability.EXACT_BUILD;
    }

    /** Message key of how near the tested build is; that it is exactly this one is said only where nobody reviews it or a person confirmed it. */
    public String near() {
        return isExact() && !observation.isOfThisBuild() ? "near.unconfirmed" : "near." + finding().applicability();
    }

    /** What was counted and how much, in words; null where either is not stated. */
    public @Nullable String measure() {
        PublishedFinding finding = finding();
        return finding.metric() == null || finding.value() == null ? null
                : finding.metric().replace('_', ' ') + " " + FactWords.number(finding.value());
    }
}

package eu.vitrine.facts;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What others measured or observed about a model. It is shown, and no rule reads it.
 *
 * @param family what it is about
 * @param kind what kind of observation it is
 * @param topicGroup code of the topic group, or null where none fits
 * @param topic topic within the group
 * @param behaviour code of the behaviour seen, or null where none fits
 * @param statement the finding in one sentence
 * @param testedModel the model as the study names it
 * @param applicability how near the tested model is to the one of the record
 * @param evaluator who measured
 * @param language language of the questions
 * @param host where the model ran; null when the study does not say
 * @param metric what the value counts
 * @param value the value as published
 * @param n number of observations
 * @param sourceUrl where it was published
 * @param asOf date of the publication
 * @param limits limits of the finding
 */
public record PublishedFinding(
        Family family,
        FindingKind kind,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String behaviour,
        @Nullable String statement,
        @Nullable String testedModel,
        Applicability applicability,
        @Nullable String evaluator,
        @Nullable String language,
        @Nullable String host,
        @Nullable String metric,
        @Nullable BigDecimal value,
        @Nullable Long n,
        @Nullable String sourceUrl,
        @Nullable Day asOf,
        @Nullable String limits) {

    /** What a finding is about. */
    public enum Family {
        CENSORSHIP,
        SECURITY
    }

    /** What kind of observation a finding is. */
    public enum FindingKind {
        EXTERNAL_STUDY,
        PROVIDER_STATEMENT,
        SINGLE_OBSERVATION
    }

    /** How near the tested model is to the one of the record. A study that pools builds is about the same family. */
    public enum Applicability {
        EXACT_BUILD,
        SAME_FAMILY,
        SAME_PROVIDER
    }

    /** The code of one of the three above as files write it. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

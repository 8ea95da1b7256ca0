package eu.vitrine.censorship;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.vitrine.facts.PublishedFinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finding of others says. Figures stand as they were published and are never computed with.
 *
 * @param family censorship or security
 * @param kind what kind of source it is; measurements of our own have none and come with probe runs
 * @param topicGroup code of a {@link TopicGroup}, or null where none fits
 * @param topic topic within the group
 * @param behaviour code of the behaviour seen, or null where none fits
 * @param language language of the requests; null when the source does not say
 * @param statement the finding in one or two sentences of our own; of a provider's statement the quote
 * @param testedModel the model as the source names it
 * @param applicability how near the tested model is to the one of the record
 * @param confirmedBy who confirmed that exactly this build was tested; null while nobody has
 * @param host where the model ran; null when the source does not say
 * @param evaluator who tested or published
 * @param metric what the value counts
 * @param value the figure as quoted; never of a statement or a single observation
 * @param n number of observations, as quoted
 * @param severity severity as the source words it; security findings
 * @param sourceUrl where it was published
 * @param asOf date of the publication: a day, month or year
 * @param retrievedOn when it was read
 * @param evidence SHA-256 of archived bytes: the publication, the page, the transcript
 * @param limits what it does not show
 * @param reply what the provider answered, in its words or ours
 * @param replyUrl where
 * @param replyOn when
 */
public record Statement(
        PublishedFinding.Family family,
        PublishedFinding.FindingKind kind,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String behaviour,
        @Nullable String language,
        @Nullable String statement,
        @Nullable String testedModel,
        PublishedFinding.Applicability applicability,
        @Nullable String confirmedBy,
        @Nullable String host,
        @Nullable String evaluator,
        @Nullable String metric,
        @Nullable BigDecimal value,
        @Nullable Long n,
        @Nullable String severity,
        @Nullable String sourceUrl,
        @Nullable String asOf,
        @Nullable LocalDate retrievedOn,
        @Nullable List<String> evidence,
        @Nullable String limits,
        @Nullable String reply,
        @Nullable String replyUrl,
        @Nullable LocalDate replyOn) {

    public Statement {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** SHA-256 of archived bytes; empty where there are none. */
    @Override
    public List<String> evidence() {
        return evidence == null ? List.of() : evidence;
    }

    /** What a record file says; that exactly this build was tested is its author's reading and nobody's confirmation. */
    static Statement of(PublishedFinding said) {
        String group = said.topicGroup() == null ? null : TopicGroup.of(said.topicGroup()).map(TopicGroup::name).orElse(said.topicGroup());
        return new Statement(said.family(), said.kind(), group, said.topic(), said.behaviour(), said.language(), said.statement(),
                said.testedModel(), said.applicability(), null, said.host(), said.evaluator(), said.metric(), said.value(), said.n(), null,
                said.sourceUrl(), said.asOf() == null ? null : said.asOf().text(), null, List.of(), said.limits(), null, null, null);
    }

    /** Whether it says so of exactly this build, and a person stands for that. */
    @JsonIgnore
    public boolean isOfThisBuild() {
        return applicability == PublishedFinding.Applicability.EXACT_BUILD && confirmedBy != null;
    }

    /** What a reader must have before anybody can review it: message keys, in the order of the form. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        need(statement, "statement", missing);
        need(limits, "limits", missing);
        switch (kind) {
            case EXTERNAL_STUDY -> {
                need(evaluator, "evaluator", missing);
                need(testedModel, "tested-model", missing);
                need(sourceUrl, "source", missing);
                need(retrievedOn, "retrieved", missing);
            }
            case PROVIDER_STATEMENT -> {
                need(sourceUrl, "source", missing);
                need(evidence().isEmpty() ? null : evidence(), "evidence", missing);
            }
            case SINGLE_OBSERVATION -> {
                need(evaluator, "evaluator", missing);
                need(evidence().isEmpty() ? null : evidence(), "transcript", missing);
            }
        }
        if (applicability == PublishedFinding.Applicability.EXACT_BUILD && confirmedBy == null) {
            missing.add("censorship.missing.exact-build");
        }
        return missing;
    }

    private static void need(@Nullable Object value, String what, List<String> missing) {
        if (value == null) {
            missing.add("censorship.missing." + what);
        }
    }

    /** The same with what is said of the tested build. */
    Statement about(PublishedFinding.Applicability nearness, @Nullable String confirmed) {
        return new Statement(family, kind, topicGroup, topic, behaviour, language, statement, testedModel, nearness, confirmed, host, evaluator, metric,
                value, n, severity, sourceUrl, asOf, retrievedOn, evidence, limits, reply, replyUrl, replyOn);
    }
}

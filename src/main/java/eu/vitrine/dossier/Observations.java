package eu.vitrine.dossier;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others measured or say, and how far it may be relied on; it is shown, and no rule reads it. */
final class Observations {

    private final Texts texts;
    private final Sources sources;
    private final DossierContent content;

    Observations(Texts texts, Sources sources, DossierContent content) {
        this.texts = texts;
        this.sources = sources;
        this.content = content;
    }

    /** What is known of the reviews as a whole. */
    String reviews() {
        Integer assessment = content.issue().assessment();
        return content.observed().kept() != null && assessment != null ? texts.of("review.kept", "n", assessment)
                : assessment != null ? texts.of("review.notkept") : texts.of("review.file");
    }

    /** Findings of one family that stand, those about the exact build first. */
    List<Fields> standing(PublishedFinding.Family family) {
        return content.observed().standing(family).stream()
                .sorted(Comparator.comparing(one -> one.said().applicability()))
                .map(this::finding).toList();
    }

    /** Findings of one family that were withdrawn or superseded. */
    List<Fields> closed(PublishedFinding.Family family) {
        return content.observed().closed(family).stream().map(one -> new Fields()
                .with("statement", statement(one.said()))
                .with("review", review(one.review()))
                .with("successor", successor(one.review()))
                .with("source", sources.cite(one.said().sourceUrl(), one.said().asOf()))).toList();
    }

    private Fields finding(Observation observation) {
        PublishedFinding one = observation.said();
        Review review = observation.review();
        return new Fields()
                .with("statement", statement(one))
                .with("topic", topic(one))
                .with("kind", texts.of(one.kind(), "finding"))
                .with("near", near(observation))
                .with("review", review(review))
                .with("reply", reply(review))
                .with("replySource", reply(review) == null || review == null ? null
                        : sources.cite(review.replyUrl(), review.replyOn() == null ? null : Day.of(review.replyOn())))
                .with("evaluator", stated(one.evaluator()))
                .with("build", stated(one.testedModel()))
                .with("host", stated(one.host()))
                .with("language", one.language() == null ? texts.of("finding.notstated") : Codes.language(one.language()))
                .with("count", one.n() == null ? texts.of("finding.notstated") : FactWords.number(one.n()))
                .with("measure", one.value() == null ? null
                        : texts.of("finding.measure", "metric", one.metric() == null ? texts.of("finding.value") : texts.code("metric", one.metric()),
                                "value", FactWords.number(one.value())))
                .with("limits", one.limits())
                .with("source", sources.cite(one.sourceUrl(), one.asOf()));
    }

    private String statement(PublishedFinding one) {
        return one.statement() == null ? texts.of("finding.unstated") : one.statement();
    }

    private String near(Observation one) {
        if (one.review() == null || one.said().applicability() != PublishedFinding.Applicability.EXACT_BUILD) {
            return texts.of(one.said().applicability(), "near");
        }
        return one.review().confirmedBy() == null ? texts.of("near.unconfirmed") : texts.of("near.confirmed", "by", one.review().confirmedBy());
    }

    /** The status with what it means and by whom, as lines; of a draft nobody is named, because nobody stands for it. */
    private List<Fields> review(@Nullable Review review) {
        if (review == null) {
            return List.of(line(texts.of(content.issue().assessment() == null ? "review.none" : "review.notkept.one"), null));
        }
        List<Fields> lines = new ArrayList<>();
        lines.add(line(review.status().word(), texts.of("review.meaning", "meaning", review.status().meaning())));
        if (review.status() != Review.Status.DRAFT) {
            lines.add(line(null, review.reason() == null ? texts.of("review.by", "by", review.by(), "day", FactWords.date(review.on()))
                    : texts.of("review.by.reason", "by", review.by(), "day", FactWords.date(review.on()), "reason", review.reason())));
        }
        return lines;
    }

    private static Fields line(@Nullable String word, @Nullable String rest) {
        return new Fields().with("word", word).with("rest", rest);
    }

    /** What the provider answers; where somebody doubts a finding, also that no answer is recorded. */
    private @Nullable String reply(@Nullable Review review) {
        return review == null ? null
                : review.reply() != null ? texts.of("review.reply", "reply", review.reply())
                : review.status() == Review.Status.DISPUTED ? texts.of("review.reply.none") : null;
    }

    private @Nullable String successor(@Nullable Review review) {
        return review == null || review.successor() == null ? null
                : content.observed().all().stream()
                        .filter(other -> other.review() != null && other.review().finding().equals(review.successor())).findFirst()
                        .map(other -> texts.of("review.successor", "statement", statement(other.said()))).orElse(null);
    }

    private @Nullable String topic(PublishedFinding one) {
        String topic = one.topic() == null ? null : texts.code("topic", one.topic());
        String behaviour = one.behaviour() == null ? null : texts.code("behaviour", one.behaviour());
        return topic == null || topic.equals(behaviour) ? behaviour
                : behaviour == null ? topic : texts.of("finding.topic", "topic", topic, "behaviour", behaviour);
    }

    private String stated(@Nullable String text) {
        return text == null ? texts.of("finding.notstated") : text;
    }

    List<Fields> indices(List<IndexEntry> indices) {
        return indices.stream().map(one -> new Fields()
                .with("name", texts.code("index", one.name()))
                .with("says", one.score() != null ? FactWords.number(one.score())
                        : one.entry() != null ? texts.of("index.listed") : texts.of("index.silent"))
                .with("note", one.note())
                .with("source", sources.cite(one.sourceUrl(), one.asOf()))).toList();
    }
}

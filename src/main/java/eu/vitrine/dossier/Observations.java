package eu.vitrine.dossier;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.IndexEntry;
import eu.vitrine.facts.PublishedFinding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others measured or say; it is shown, and no rule reads it. */
final class Observations {

    private final Texts texts;
    private final Sources sources;

    Observations(Texts texts, Sources sources) {
        this.texts = texts;
        this.sources = sources;
    }

    /** Findings of one family, those about the exact build first. */
    List<Fields> findings(List<PublishedFinding> findings, PublishedFinding.Family family) {
        return findings.stream().filter(one -> one.family() == family)
                .sorted(Comparator.comparing(PublishedFinding::applicability))
                .map(this::finding).toList();
    }

    private Fields finding(PublishedFinding one) {
        return new Fields()
                .with("statement", one.statement() == null ? texts.of("finding.unstated") : one.statement())
                .with("topic", topic(one))
                .with("kind", texts.of(one.kind(), "finding"))
                .with("near", texts.of(one.applicability(), "near"))
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

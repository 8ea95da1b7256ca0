package eu.vitrine.dossier;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the templates read, in the order of the document, so that sources are numbered as they appear. */
final class DossierModel {

    private final Texts texts;
    private final DossierContent content;
    private final String digest;

    DossierModel(Texts texts, DossierContent content, String digest) {
        this.texts = texts;
        this.content = content;
        this.digest = digest;
    }

    Fields fields() {
        Vocabulary vocabulary = content.vocabulary();
        Evaluation evaluation = content.evaluation();
        Sources sources = new Sources();
        FactTables tables = new FactTables(texts, sources);
        Parts parts = new Parts(texts, vocabulary, tables);
        Observations observations = new Observations(texts, sources);
        Basis basis = new Basis(texts);
        Derivations derivations = new Derivations(texts, content);
        List<Fields> duties = new Duties(texts, vocabulary, content.subject().facts(), derivations).of(evaluation);
        return new Fields()
                .with("issue", issue())
                .with("cover", new Cover(texts, content, parts, digest).fields())
                .with("open", new OpenList(texts, vocabulary).of(content.policySet(), evaluation))
                .with("chain", new Chain(texts, vocabulary, derivations).of(evaluation))
                .with("riskTitle", riskTitle(evaluation))
                .drawing("computeFigure", Figures.compute(content.subject(), evaluation, content.policySet()))
                .with("duties", duties)
                .with("hasRoutes", evaluation.findings().stream().anyMatch(one -> one.family() == Family.ROUTE))
                .drawing("scoreFigure", Figures.score(evaluation))
                .drawing("timelineFigure", Figures.timeline(evaluation))
                .with("outlook", new Outlook(texts, content.policySet()).of(evaluation))
                .with("sections", tables.sections(recorded(), content.subject().facts()))
                .with("licences", parts.licences(content.subject()))
                .with("services", parts.services(content.subject()))
                .with("censorship", observations.findings(content.findings(), PublishedFinding.Family.CENSORSHIP))
                .with("security", observations.findings(content.findings(), PublishedFinding.Family.SECURITY))
                .with("indices", observations.indices(content.indices()))
                .with("opinions", new Opinions(texts).of(content.opinions(), evaluation))
                .with("disclosure", basis.disclosure(evaluation.disclosure()))
                .with("gaps", content.gaps())
                .with("sources", sources.list())
                .with("set", basis.set(content))
                .with("assumptions", basis.assumptions(content))
                .with("outcomes", basis.outcomes())
                .with("reasons", basis.reasons());
    }

    /** Sections of model and provider, and of whatever else the record states; licences and services have their own chapters. */
    private List<Section> recorded() {
        return content.vocabulary().sections().stream()
                .filter(section -> section.kind() != Kind.LICENCE && section.kind() != Kind.SERVICE)
                .filter(section -> section.kind() == Kind.MODEL || section.kind() == Kind.PROVIDER
                        || content.subject().stated().contains(section.kind()))
                .toList();
    }

    /** Title of the classification that the figure of training compute belongs to. */
    private static String riskTitle(Evaluation evaluation) {
        Classification risk = evaluation.classifications().get(Names.RISK);
        return risk == null ? "" : risk.policy().title();
    }

    private Fields issue() {
        Issue issue = content.issue();
        return new Fields()
                .with("issued", FactWords.date(issue.issued().atZone(ZoneOffset.UTC).toLocalDate()))
                .with("product", issue.product())
                .with("digest", digest)
                .with("attachment", attachment())
                .with("asOf", content.evaluation().asOf().toString())
                .with("lifecycle", lifecycleAttachment())
                .with("slug", content.subject().slug())
                .with("assessment", issue.assessment());
    }

    /** Name of the record inside the document. */
    String attachment() {
        return fileName(content.subject().slug());
    }

    /** Name of the record that the pre-training run began with, inside the document; null where none was read. */
    @Nullable String lifecycleAttachment() {
        return content.subject().lifecycle() != null
                && content.subject().facts().get(Names.LIFECYCLE_OF).claim().value() instanceof FactValue.Text root
                ? fileName(root.value()) : null;
    }

    private static String fileName(String slug) {
        return slug.replaceAll("[^A-Za-z0-9._-]", "-") + ".json";
    }
}

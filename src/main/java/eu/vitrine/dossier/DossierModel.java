package eu.vitrine.dossier;

import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Section;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        Observations observations = new Observations(texts, sources, content);
        Basis basis = new Basis(texts);
        Derivations derivations = new Derivations(texts, content);
        Duties duties = new Duties(texts, vocabulary, content.subject().facts(), derivations);
        UseRights rights = new UseRights(texts, vocabulary, derivations);
        HouseRules house = new HouseRules(texts, vocabulary, derivations);
        About about = About.of(content.subject());
        OurRows ours = new OurRows(texts, content, rights, house);
        return new Fields()
                .with("about", about.name())
                .with("issue", issue())
                .with("decision", content.issue().decided() == null ? null : content.issue().decided().fields())
                .with("cover", new Cover(texts, content, parts, ours, digest).fields())
                .with("open", new OpenList(texts, vocabulary).of(content.policySet(), evaluation))
                .with("chainTitle", texts.of(about, "chain.title"))
                .with("chainIntro", texts.of(about, "chain.intro"))
                .with("chain", new Chain(texts, vocabulary, derivations).of(content))
                .with("riskTitle", riskTitle(evaluation))
                .drawing("computeFigure", Figures.compute(content.subject(), evaluation, content.policySet()))
                .with("duties", duties.full(findings(this::isMakers)))
                .with("lesser", duties.brief(findings(one -> one.family() == Family.DUTY && !isMakers(one))))
                .with("rights", rights.of(evaluation))
                .with("ours", duties.full(findings(one -> one.family() == Family.OUR_DUTY && isInPlay(one))))
                .with("oursAside", duties.brief(findings(one -> one.family() == Family.OUR_DUTY && !isInPlay(one))))
                .with("house", house.of(evaluation))
                .with("embedded", new Embedded(texts, content).fields())
                .drawing("scoreFigure", Figures.score(evaluation))
                .drawing("timelineFigure", Figures.timeline(evaluation, content.policySet()))
                .drawing("ourTimeline", Figures.ourTimeline(evaluation))
                .with("outlook", new Outlook(texts, content.policySet()).of(evaluation))
                .with("scored", evaluation.findings().stream().anyMatch(one -> one.family() == Family.DUTY))
                .with("sections", tables.sections(recorded(about), content.subject().facts()))
                .with("beside", about == About.MODEL || about == About.SERVICE ? List.of()
                        : tables.read(vocabulary.sections().stream()
                                .filter(section -> section.kind() == Kind.MODEL || section.kind() == Kind.PROVIDER).toList(),
                                content.subject().facts(), read(evaluation)))
                .with("licences", parts.licences(content.subject()))
                .with("services", parts.services(content.subject()))
                .with("censorship", observations.standing(PublishedFinding.Family.CENSORSHIP))
                .with("censorshipClosed", observations.closed(PublishedFinding.Family.CENSORSHIP))
                .with("security", observations.standing(PublishedFinding.Family.SECURITY))
                .with("securityClosed", observations.closed(PublishedFinding.Family.SECURITY))
                .with("reviews", observations.reviews())
                .with("indices", observations.indices(content.indices()))
                .with("opinions", new Opinions(texts).of(content.opinions(), evaluation))
                .with("disclosure", basis.disclosure(evaluation.disclosure()))
                .with("gaps", content.gaps())
                .with("sources", sources.list())
                .with("set", basis.set(content))
                .with("assumptions", basis.assumptions(content))
                .with("outcomes", basis.outcomes())
                .with("reasons", basis.reasons())
                .with("rightWords", basis.rights(evaluation))
                .with("houseWords", basis.house(evaluation));
    }

    private List<Finding> findings(Predicate<Finding> which) {
        return content.evaluation().findings().stream().filter(which).toList();
    }

    /** Duties of the maker that can be seen from outside, and the ways to show them. */
    private boolean isMakers(Finding finding) {
        return finding.family() == Family.ROUTE || finding.family() == Family.DUTY && content.policySet().counts(finding.policy());
    }

    private static boolean isInPlay(Finding finding) {
        return finding.answers().mayApply() || !finding.assumptions().isEmpty();
    }

    /** Ids of the facts that any answer read. */
    private static Set<String> read(Evaluation evaluation) {
        Set<String> read = new HashSet<>();
        evaluation.findingsWithPoints().forEach(one -> read.addAll(one.facts()));
        evaluation.classifications().values().forEach(one -> read.addAll(one.facts()));
        evaluation.useRights().forEach(one -> read.addAll(one.facts()));
        evaluation.houseRules().values().forEach(one -> read.addAll(one.facts()));
        return read;
    }

    /** Sections of what the record is about; licences and services have their own chapters. */
    private List<Section> recorded(About about) {
        return content.vocabulary().sections().stream()
                .filter(section -> section.kind() != Kind.LICENCE && section.kind() != Kind.SERVICE)
                .filter(section -> about == About.MODEL && (section.kind() == Kind.MODEL || section.kind() == Kind.PROVIDER)
                        || content.subject().stated().contains(section.kind())
                        || about == About.USE && section.kind() == Kind.ORGANISATION)
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
                .with("others", otherAttachments().isEmpty() ? null : String.join(" ", otherAttachments()))
                .with("findings", content.observed().kept() == null ? null : findingsAttachment())
                .with("slug", content.subject().slug())
                .with("assessment", issue.assessment());
    }

    /** Name of the record inside the document. */
    String attachment() {
        return fileName(content.subject().slug());
    }

    /** Names of the further records inside the document, in their order; each differs from all others. */
    List<String> otherAttachments() {
        List<String> names = new ArrayList<>();
        for (Beside one : content.beside()) {
            String name = fileName(one.slug());
            while (names.contains(name) || name.equals(attachment())) {
                name = "other-" + name;
            }
            names.add(name);
        }
        return names;
    }

    /** Name of the findings with their review inside the document; no record inside it has that name. */
    String findingsAttachment() {
        String name = fileName(content.subject().slug() + "-findings");
        while (otherAttachments().contains(name)) {
            name = "other-" + name;
        }
        return name;
    }

    private static String fileName(String slug) {
        return slug.replaceAll("[^A-Za-z0-9._-]", "-") + ".json";
    }
}

package eu.vitrine.dossier;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first page: the answer, and one line for each thing that bears on it. */
final class Cover {

    private final Texts texts;
    private final DossierContent content;
    private final MakerRows maker;
    private final OurRows ours;
    private final String digest;

    Cover(Texts texts, DossierContent content, Parts parts, OurRows ours, String digest) {
        this.texts = texts;
        this.content = content;
        this.maker = new MakerRows(texts, content, parts);
        this.ours = ours;
        this.digest = digest;
    }

    Fields fields() {
        About about = About.of(content.subject());
        return new Fields()
                .with("kicker", content.issue().decided() == null ? texts.of(about, "cover.kicker") : texts.of("cover.kicker.decided"))
                .with("name", content.evaluation().name())
                .with("line", about == About.MODEL ? line() : texts.of(about, "cover.line", "what", refersTo()))
                .with("decided", content.issue().decided() == null ? null : content.issue().decided().sentence())
                .with("undecided", texts.of(about, "cover.undecided"))
                .with("status", content.issue().decided() == null ? texts.of("cover.status.draft")
                        : texts.of("cover.status.decided", "request", content.issue().decided().request()))
                .with("state", state(about))
                .with("rows", rows(about))
                .with("note", texts.of(about, "cover.note"));
    }

    private List<Fields> rows(About about) {
        List<Fields> rows = new ArrayList<>();
        if (about == About.MODEL) {
            rows.addAll(maker.duties(!ours.own().isEmpty()));
            rows.addAll(ours.own());
            rows.addAll(maker.around(!ours.own().isEmpty()));
        } else {
            rows.addAll(ours.own());
            rows.addAll(ours.classified(maker));
            if (about != About.ORGANISATION) {
                rows.add(maker.services(Parts.servicesOf(content.subject())));
            }
        }
        rows.addAll(ours.rules());
        rows.add(CoverLine.row(texts.of("cover.row.rests"), CoverLine.all(rests())));
        return rows;
    }

    private String line() {
        String version = content.evaluation().version();
        String words = version == null ? texts.of("cover.version.none") : date(version)
                .map(day -> texts.of("cover.version.day", "day", FactWords.day(day)))
                .orElse(texts.of("cover.version", "version", version));
        return words + " · " + maker.maker();
    }

    /** The day or month of a version that is one; a bare number such as 2509 is a name, not a year. */
    private static Optional<Day> date(String version) {
        return Day.parse(version).filter(day -> version.contains("-"));
    }

    /** Model and service that a use names, as far as it does. */
    private String refersTo() {
        List<String> names = new ArrayList<>();
        named(Names.USE_MODEL, Kind.MODEL).ifPresent(name -> names.add(texts.of("cover.of.model", "name", name)));
        named(Names.USE_SERVICE, Kind.SERVICE).ifPresent(name -> names.add(texts.of("cover.of.service", "name", name)));
        return names.isEmpty() ? texts.of("cover.of.nothing") : Texts.capital(String.join(texts.of("cover.of.and"), names));
    }

    private Optional<String> named(String fact, Kind kind) {
        return content.subject().facts().get(fact).claim().value() instanceof FactValue.Text(String slug)
                ? Optional.of(content.nameOf(kind, slug)) : Optional.empty();
    }

    /** The state of the duties as a sentence, of each family by itself. */
    private String state(About about) {
        List<String> sentences = new ArrayList<>();
        if (!content.evaluation().useRights().isEmpty()) {
            sentences.add(ours.right());
        }
        List<Finding> makers = weighing();
        if (!makers.isEmpty()) {
            sentences.add(texts.of("cover.state", "n", makers.size(), "phrases", Counts.phrase(texts, makers)));
        } else if (about == About.MODEL || about == About.SERVICE) {
            sentences.add(texts.of("cover.state.nothing"));
        }
        List<Finding> own = content.evaluation().findings().stream().filter(one -> one.family() == Family.OUR_DUTY).toList();
        if (!own.isEmpty()) {
            sentences.add(texts.of(own.size() == 1 ? "cover.ours.one" : "cover.ours.many", "n", own.size(),
                    "phrases", Counts.phrase(texts, own)));
        }
        return String.join(" ", sentences);
    }

    private List<Finding> weighing() {
        return content.evaluation().findings().stream()
                .filter(one -> one.family() == Family.DUTY && content.policySet().counts(one.policy())).toList();
    }

    private List<String> rests() {
        List<String> lines = new ArrayList<>();
        Issue issue = content.issue();
        String record = issue.revision() == null ? texts.of("cover.record", "digest", digest.substring(0, 16))
                : texts.of("cover.record.revision", "revision", issue.revision(), "digest", digest.substring(0, 16));
        lines.add(issue.assessment() == null ? record : texts.of("cover.assessment", "n", issue.assessment(), "record", record));
        lines.add(texts.of("cover.law", "day", FactWords.date(content.evaluation().asOf()),
                "version", content.policySet().identity().version()));
        return lines;
    }
}

package eu.vitrine.dossier;

import eu.vitrine.facts.Day;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first page: the answer, and one line for each thing that bears on it. */
final class Cover {

    private final Texts texts;
    private final DossierContent content;
    private final Parts parts;
    private final String digest;

    Cover(Texts texts, DossierContent content, Parts parts, String digest) {
        this.texts = texts;
        this.content = content;
        this.parts = parts;
        this.digest = digest;
    }

    Fields fields() {
        Evaluation evaluation = content.evaluation();
        return new Fields()
                .with("name", evaluation.name())
                .with("line", line())
                .with("state", state())
                .with("duties", duties())
                .with("assumed", assumed())
                .with("relief", classified(Names.RELIEF))
                .with("risk", classified(Names.RISK))
                .with("provider", provider())
                .with("limits", limits())
                .with("services", services())
                .with("censorship", censorship())
                .with("rests", rests());
    }

    private String line() {
        String version = content.evaluation().version();
        String words = version == null ? texts.of("cover.version.none") : date(version)
                .map(day -> texts.of("cover.version.day", "day", FactWords.day(day)))
                .orElse(texts.of("cover.version", "version", version));
        return words + " · " + maker();
    }

    /** The day or month of a version that is one; a bare number such as 2509 is a name, not a year. */
    private static Optional<Day> date(String version) {
        return Day.parse(version).filter(day -> version.contains("-"));
    }

    private String maker() {
        Subject subject = content.subject();
        var name = subject.facts().get(Names.LEGAL_NAME);
        if (name.state() != State.VALUE) {
            return texts.of("cover.maker.unknown");
        }
        String words = FactTables.words(content.vocabulary().get(Names.LEGAL_NAME), name.claim());
        return subject.facts().get(Names.COUNTRY).claim().value() instanceof FactValue.Text country
                ? words + ", " + Places.country(country.value()) : words;
    }

    /** The state of the duties as a sentence. */
    private String state() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int duties = 0;
        for (Finding finding : content.evaluation().findings()) {
            if (finding.family() == Family.DUTY && finding.outcome() != null) {
                counts.merge(finding.outcome(), 1, Integer::sum);
                duties++;
            }
        }
        if (duties == 0) {
            return texts.of("cover.state.nothing");
        }
        List<String> phrases = new ArrayList<>();
        int met = counts.getOrDefault(Outcome.MET, 0);
        phrases.add(met == 0 ? texts.of("cover.state.met.none") : texts.count("cover.state.MET", met));
        for (Outcome outcome : List.of(Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NO_EVIDENCE, Outcome.CANNOT_DETERMINE,
                Outcome.NOT_YET_DUE, Outcome.EXEMPT, Outcome.NOT_APPLICABLE)) {
            if (counts.containsKey(outcome)) {
                phrases.add(texts.count("cover.state." + outcome.name(), counts.get(outcome)));
            }
        }
        return texts.of("cover.state", "n", duties, "phrases", FactWords.joined(phrases));
    }

    private List<String> duties() {
        Evaluation evaluation = content.evaluation();
        List<String> lines = new ArrayList<>();
        lines.add(new Outlook(texts, content.policySet()).score(evaluation.score()));
        evaluation.outlook().stream().filter(day -> !day.becomesDue().isEmpty()).findFirst().ifPresent(day -> lines.add(
                texts.of("cover.next", "day", FactWords.date(day.date()), "what", texts.count("cover.due", day.becomesDue().size()))));
        return lines;
    }

    /** How many assumptions the duties rest on, or null when on none. */
    private @Nullable String assumed() {
        int n = (int) content.evaluation().findings().stream().filter(one -> one.family() == Family.DUTY)
                .flatMap(one -> one.assumptions().stream()).distinct().count();
        return n == 0 ? null : texts.count("cover.assumed", n);
    }

    private String classified(String name) {
        @Nullable Classification one = content.evaluation().classifications().get(name);
        if (one == null) {
            return texts.of("cover.notexamined");
        }
        String value = new AnswerWords(texts).value(name, one.value());
        String answer = one.isOpen() && !one.settledBy().isEmpty()
                ? texts.of("cover.classified.open", "value", value, "settled", texts.count("cover.settled", one.settledBy().size()))
                : texts.of("cover.classified", "value", value, "why", new Reasons(texts).first(one.why()));
        String assumed = one.isOpen() || one.assumptions().isEmpty() ? ""
                : " " + texts.count("cover.assumed", one.assumptions().size()) + ".";
        return answer + assumed + (one.review() ? " " + texts.of("review") : "");
    }

    private List<String> provider() {
        @Nullable Classification one = content.evaluation().classifications().get(Names.WHO);
        List<String> lines = new ArrayList<>(List.of(maker()));
        if (one != null) {
            lines.add(new AnswerWords(texts).value(Names.WHO, one.value()));
        }
        return lines;
    }

    private List<String> limits() {
        List<String> lines = new ArrayList<>();
        for (Subject.Part licence : content.subject().licences()) {
            String name = parts.name(licence, Names.LICENCE_ID) + " (" + parts.words(licence, Names.ARTEFACTS).toLowerCase(java.util.Locale.ROOT) + ")";
            List<String> limits = parts.briefLimits(licence);
            int open = parts.unknownLimits(licence);
            String said = limits.isEmpty() ? texts.of(open == 0 ? "cover.limits.none" : "cover.limits.noneknown") : String.join("; ", limits);
            lines.add(texts.of("cover.limits", "licence", name, "limits", said,
                    "open", open == 0 ? "" : "; " + texts.count("limits.open", open)));
        }
        return lines.isEmpty() ? List.of(texts.of("cover.limits.nolicence")) : lines;
    }

    private List<String> services() {
        List<String> lines = content.subject().services().stream()
                .map(service -> texts.of("cover.service", "name", parts.name(service, Names.OPERATOR),
                        "kind", parts.words(service, Names.SERVICE_KIND),
                        "location", service.facts().get(Names.DATA_LOCATION).state() == State.VALUE
                                ? parts.words(service, Names.DATA_LOCATION) : texts.of("cover.location.unknown")))
                .limit(3).toList();
        int more = content.subject().services().size() - lines.size();
        List<String> all = new ArrayList<>(lines.isEmpty() ? List.of(texts.of("cover.services.none")) : lines);
        if (more > 0) {
            all.add(texts.count("cover.services.more", more));
        }
        return all;
    }

    private List<String> censorship() {
        List<PublishedFinding> findings = content.findings().stream()
                .filter(one -> one.family() == PublishedFinding.Family.CENSORSHIP).toList();
        if (findings.isEmpty()) {
            return List.of(texts.of("cover.censorship.none"));
        }
        int exact = (int) findings.stream().filter(one -> one.applicability() == PublishedFinding.Applicability.EXACT_BUILD).count();
        return List.of(texts.of("cover.censorship", "n", texts.count("cover.finding", findings.size()), "exact", exact),
                texts.of("cover.censorship.rest"));
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

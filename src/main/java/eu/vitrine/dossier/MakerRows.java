package eu.vitrine.dossier;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.Family;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the cover says of a model, its maker and the services that offer it. */
final class MakerRows {

    private final Texts texts;
    private final DossierContent content;
    private final Parts parts;

    MakerRows(Texts texts, DossierContent content, Parts parts) {
        this.texts = texts;
        this.content = content;
        this.parts = parts;
    }

    /**
     * Duties and classifications.
     *
     * @param brief whether our own side is told as well, so that there is no room for who provides it
     */
    List<Fields> duties(boolean brief) {
        List<Fields> lines = new ArrayList<>(CoverLine.all(dutyLines()));
        String assumed = assumed();
        if (assumed != null) {
            lines.add(CoverLine.to(assumed, "assumptions"));
        }
        List<Fields> rows = new ArrayList<>(List.of(CoverLine.row(texts.of("cover.row.duties"), lines),
                CoverLine.row(texts.of("cover.row.relief"), CoverLine.to(classified(Names.RELIEF), anchor(Names.RELIEF, "relief"))),
                CoverLine.row(texts.of("cover.row.risk"), CoverLine.to(classified(Names.RISK), anchor(Names.RISK, "risk")))));
        if (!brief) {
            rows.add(CoverLine.row(texts.of("cover.row.provider"), CoverLine.all(provider())));
        }
        return rows;
    }

    /**
     * What limits its use, where data goes, and what others found.
     *
     * @param brief whether our own side is told as well: use rights then say more than limits, and there is no room for findings
     */
    List<Fields> around(boolean brief) {
        if (brief) {
            return List.of(services(content.subject().services()));
        }
        List<Fields> limits = new ArrayList<>(CoverLine.all(limits()));
        limits.add(CoverLine.to(texts.of("cover.clauses"), "licences"));
        return List.of(CoverLine.row(texts.of("cover.row.limits"), limits), services(content.subject().services()),
                CoverLine.row(texts.of("cover.row.censorship"), CoverLine.all(censorship())));
    }

    /** Where these services process data. */
    Fields services(List<Subject.Part> services) {
        return CoverLine.row(texts.of("cover.row.services"), CoverLine.all(lines(services)));
    }

    /** There is a page to go to only where it is classified. */
    private @Nullable String anchor(String name, String anchor) {
        return content.evaluation().classifications().containsKey(name) ? anchor : null;
    }

    private List<String> dutyLines() {
        Evaluation evaluation = content.evaluation();
        List<String> lines = new ArrayList<>();
        lines.add(new Outlook(texts, content.policySet()).score(evaluation.score()));
        new Outlook(texts, content.policySet()).next(evaluation, false).ifPresent(lines::add);
        return lines;
    }

    /** How many assumptions the duties rest on, or null when on none. */
    private @Nullable String assumed() {
        int n = (int) content.evaluation().findings().stream().filter(one -> one.family() == Family.DUTY)
                .flatMap(one -> one.assumptions().stream()).distinct().count();
        return n == 0 ? null : texts.count("cover.assumed", n);
    }

    String classified(String name) {
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

    String maker() {
        Subject subject = content.subject();
        var name = subject.facts().get(Names.LEGAL_NAME);
        if (name.state() != State.VALUE) {
            return texts.of("cover.maker.unknown");
        }
        String words = FactTables.words(content.vocabulary().get(Names.LEGAL_NAME), name.claim());
        return subject.facts().get(Names.COUNTRY).claim().value() instanceof FactValue.Text country
                ? words + ", " + Codes.country(country.value()) : words;
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

    private List<String> lines(List<Subject.Part> services) {
        List<String> lines = services.stream()
                .map(service -> texts.of("cover.service", "name", parts.name(service, Names.OPERATOR),
                        "kind", parts.words(service, Names.SERVICE_KIND),
                        "location", service.facts().get(Names.DATA_LOCATION).state() == State.VALUE
                                ? parts.words(service, Names.DATA_LOCATION) : texts.of("cover.location.unknown")))
                .limit(3).toList();
        int more = services.size() - lines.size();
        List<String> all = new ArrayList<>(lines.isEmpty() ? List.of(texts.of("cover.services.none")) : lines);
        if (more > 0) {
            all.add(texts.count("cover.services.more", more));
        }
        return all;
    }

    private List<String> censorship() {
        List<Observation> findings = content.observed().standing(PublishedFinding.Family.CENSORSHIP);
        if (findings.isEmpty()) {
            return List.of(texts.of("cover.censorship.none"));
        }
        int exact = (int) findings.stream().filter(Observation::isOfThisBuild).count();
        int reviewed = (int) findings.stream().filter(one -> one.review() != null && one.review().status() == Review.Status.REVIEWED).count();
        String n = texts.count("cover.finding", findings.size());
        return List.of(content.observed().kept() == null ? texts.of("cover.censorship", "n", n, "exact", exact)
                        : texts.of("cover.censorship.reviewed", "n", n, "exact", exact, "reviewed", reviewed),
                texts.of("cover.censorship.rest"));
    }
}

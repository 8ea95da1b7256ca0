package eu.vitrine.dossier;

import eu.vitrine.exchange.KeptObservations;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.Observation;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dossiers of the catalogue and of small records, as the tests read them. */
final class Shown {

    static final PolicySet POLICIES = PolicyFolder.shipped();
    static final DossierRenderer RENDERER = DossierRenderer.shipped();
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Map<String, DossierContent> CATALOGUE = catalogue();

    private Shown() {}

    static DossierContent of(String slug) {
        return java.util.Objects.requireNonNull(CATALOGUE.getOrDefault(slug, EXAMPLES.get(slug)), slug);
    }

    /** The content of one file given as text. */
    static DossierContent ofText(String yaml) {
        return contents(List.of(new Source("record.yaml", yaml.getBytes(StandardCharsets.UTF_8))), DAY).getFirst();
    }

    static List<DossierContent> contents(List<Source> sources, LocalDate day) {
        var reading = RecordReader.with(POLICIES.vocabulary()).read(sources);
        if (!reading.problems().isEmpty()) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        List<Subject> subjects = Subjects.of(reading.records());
        List<DossierContent> contents = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            RecordFile record = reading.records().get(i);
            List<Beside> beside = Subjects.readFor(record, reading.records()).stream().skip(1)
                    .map(one -> new Beside(one.slug(), one.name(), one.stated(), one.canonical())).toList();
            Evaluation evaluation = POLICIES.evaluate(subjects.get(i), day);
            contents.add(new DossierContent(
                    subjects.get(i), evaluation, POLICIES.vocabulary(), POLICIES, DossierContent.Observed.stated(record.findings()), record.indices(),
                    record.opinions(), record.gaps(), record.canonical(),
                    beside, Issue.ofFile(evaluation, "0.1.0")));
        }
        return contents;
    }

    /** Dossiers of the examples: an organisation, services and uses, with the catalogue at hand. */
    static final Map<String, DossierContent> EXAMPLES = examples();

    private static Map<String, DossierContent> examples() {
        List<Source> sources = new ArrayList<>();
        try (var files = Files.list(Path.of("docs/examples"))) {
            for (Path file : files.sorted().toList()) {
                sources.add(new Source(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int own = sources.size();
        sources.addAll(files());
        Map<String, DossierContent> bySlug = new LinkedHashMap<>();
        contents(sources, DAY).subList(0, own).forEach(content -> bySlug.put(content.subject().slug(), content));
        return bySlug;
    }

    private static Map<String, DossierContent> catalogue() {
        Map<String, DossierContent> bySlug = new LinkedHashMap<>();
        contents(files(), DAY).forEach(content -> bySlug.put(content.subject().slug(), content));
        return bySlug;
    }

    private static List<Source> files() {
        String index = new String(resource("index.txt"), StandardCharsets.UTF_8);
        return index.lines().map(name -> new Source(name, resource(name))).toList();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Shown.class.getResourceAsStream("/catalogue/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dossier of an assessment of one model of the catalogue with these findings. */
    static DossierContent assessed(DossierContent.Observed observed) {
        DossierContent of = of("deepseek-r1");
        Issue issue = new Issue(3, 1, of.issue().issued(), of.issue().product());
        return new DossierContent(of.subject(), of.evaluation(), of.vocabulary(), of.policySet(), observed, of.indices(), of.opinions(), of.gaps(),
                of.record(), of.beside(), issue);
    }

    /** The dossier of a decision, with hostile and long words in every place. */
    static DossierContent decided() {
        DossierContent of = of("deepseek-r1");
        String odd = "Reason \u202e<b>x</b>&amp; \u0007" + "w".repeat(400);
        var gaps = java.util.stream.IntStream.range(0, 60).mapToObj(i -> new Decided.Gap("What we owe", "Gap " + i, odd, "Ask: " + odd)).toList();
        var decided = new Decided(7, "May be used for “replies” until 31 March 2027, under 2 conditions.", "Approved by Bo on 25 November 2026", odd, "Asked by Ada", odd,
                List.of(odd, "Only the support team (set by whoever decided)"), List.of(odd), odd, gaps, List.of("Ada: asked"), List.of("Use replies, assessment 1, SHA-256 " + "a".repeat(64)));
        return new DossierContent(of.subject(), of.evaluation(), of.vocabulary(), of.policySet(), of.observed(), of.indices(), of.opinions(), of.gaps(), of.record(), of.beside(),
                new Issue(3, 1, of.issue().issued(), of.issue().product(), decided));
    }

    /** A dossier with determinations beside answers of every kind, with hostile and long words in every place. */
    static DossierContent determined(String slug) {
        DossierContent of = of(slug);
        String odd = "Reason \u202e<b>x</b>&amp; \u0007" + "w".repeat(400);
        var evaluation = of.evaluation();
        var policies = new ArrayList<String>();
        evaluation.findings().forEach(one -> policies.add(one.policy().id()));
        evaluation.useRights().forEach(one -> policies.add(one.policy().id()));
        policies.addAll(evaluation.houseRules().keySet());
        evaluation.classifications().values().forEach(one -> policies.add(one.policy().id()));
        var beside = policies.stream().map(policy -> new Determined(7, policy, "Does it hold? A person determined: " + policy + " does not.", odd, odd,
                List.of("https://example.org/" + "p".repeat(300), "a".repeat(64)), "Determination 7 by Ada, confirmed by Bo")).toList();
        return new DossierContent(of.subject(), of.evaluation(), of.vocabulary(), of.policySet(), of.observed(), of.indices(), of.opinions(), of.gaps(), of.record(), of.beside(),
                new Issue(3, 1, of.issue().issued(), of.issue().product(), null, beside));
    }

    /** The same with findings of which the review is known. */
    static DossierContent reviewed(List<Observation> observations) {
        return assessed(new DossierContent.Observed(observations, KeptObservations.bytes(observations)));
    }

    static Observation observation(String statement, Review review) {
        return new Observation(said(statement, PublishedFinding.Applicability.SAME_FAMILY), review);
    }

    static PublishedFinding said(String statement, PublishedFinding.Applicability near) {
        return new PublishedFinding(PublishedFinding.Family.CENSORSHIP, PublishedFinding.FindingKind.EXTERNAL_STUDY, "CN", "Tiananmen", "DENIAL", statement,
                "Behaves 1", near, "Lab", "en", null, null, null, 50L, "https://example.org/study", null, "few prompts");
    }

    static Review review(String id, Review.Status status, @Nullable String reply, @Nullable String successor) {
        return new Review(id, status, "Ada Example", LocalDate.of(2026, 11, 3), "the sample is small", null, reply,
                reply == null ? null : "https://example.org/reply", reply == null ? null : LocalDate.of(2026, 11, 4), successor);
    }

    /** One finding of each status. */
    static DossierContent ofEachStatus() {
        List<Observation> all = new ArrayList<>();
        for (Review.Status status : Review.Status.values()) {
            boolean doubted = status == Review.Status.DISPUTED;
            all.add(observation("A study found it " + status.word().toLowerCase(java.util.Locale.ROOT) + ".",
                    review(status.name(), status, doubted ? "We changed the template since." : null,
                            status == Review.Status.SUPERSEDED ? Review.Status.REVIEWED.name() : null)));
        }
        return reviewed(all);
    }

    /** Writes every dossier of the catalogue, for eyes; also started as its own JVM by the tests, with one slug. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, DossierContent> all = new LinkedHashMap<>(CATALOGUE);
        all.putAll(EXAMPLES);
        all.put("of-each-status", ofEachStatus());
        for (Map.Entry<String, DossierContent> entry : all.entrySet()) {
            if (arguments.length == 1 || arguments[1].equals(entry.getKey())) {
                Files.write(folder.resolve(entry.getKey() + ".pdf"), RENDERER.render(entry.getValue()));
            }
        }
    }
}

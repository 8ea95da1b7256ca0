package eu.vitrine.cli;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Reading;
import eu.vitrine.facts.Form;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Located;
import eu.vitrine.facts.LocatedReader;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Spelling;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.CaseKeys;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The cases of one policy: situations with the answers expected. */
public final class CaseFile {

    /**
     * One case.
     *
     * @param sentence what it shows
     * @param expect expected answers by name
     */
    public record Case(String policy, String sentence, Located place, Subject subject, LocalDate asOf, Map<String, Located> expect) {}

    private final PolicySet set;
    private final List<Problem> problems = new ArrayList<>();
    private Set<Kind> concerns = Set.of(Kind.MODEL);

    private CaseFile(PolicySet set) {
        this.set = set;
    }

    /**
     * Reads the cases of a file.
     *
     * @throws InvalidFile with every problem in it
     */
    public static List<Case> read(String text, String name, PolicySet set) {
        CaseFile reader = new CaseFile(set);
        List<Case> cases = reader.cases(new Form(LocatedReader.read(text, name), reader.problems));
        if (!reader.problems.isEmpty()) {
            throw new InvalidFile(reader.problems);
        }
        return cases;
    }

    private List<Case> cases(Form file) {
        file.allow(CaseKeys.ofFile());
        String policy = file.text("policy");
        concerns = set.policy(policy).map(Policy::concerns).orElse(concerns);
        List<Case> cases = new ArrayList<>();
        for (Form form : file.forms("cases")) {
            form.allow(CaseKeys.ofCase());
            Map<String, Located> facts = new LinkedHashMap<>();
            for (String set : form.texts("use")) {
                Located given = file.node().present("given") instanceof Located.Mapping sets ? sets.get(set) : null;
                if (given instanceof Located.Mapping mapping) {
                    facts.putAll(mapping.entries());
                } else {
                    form.complain("use", "there is no set \"" + set + "\" under \"given\"");
                }
            }
            if (form.node().present("facts") instanceof Located.Mapping mapping) {
                facts.putAll(mapping.entries());
            }
            Subject subject = subject(form, facts);
            LocalDate asOf = asOf(form);
            expected(form, set.policy(policy).orElse(null));
            if (subject != null && asOf != null && form.node().present("expect") instanceof Located.Mapping expect) {
                cases.add(new Case(policy, form.text("case"), form.node(), subject, asOf, expect.entries()));
            } else if (subject != null && asOf != null) {
                form.complain("expect", "a case needs \"expect\"");
            }
        }
        return cases;
    }

    /** Complains about answers that the policy cannot give; a misspelt one would otherwise fail for no visible reason. */
    private void expected(Form one, @Nullable Policy policy) {
        if (policy == null || !(one.node().present("expect") instanceof Located.Mapping expect)) {
            return;
        }
        new Form(expect, problems).allow(CaseKeys.ofExpect(policy.role()));
        expect.entries().forEach((key, value) -> {
            List<String> choices = CaseKeys.choices(policy, key);
            if (!choices.isEmpty() && value instanceof Located.Scalar scalar && !scalar.isNull() && !choices.contains(scalar.text())) {
                problems.add(scalar.problem(Spelling.noneOf(scalar.text(), choices)));
            }
        });
    }

    private @Nullable LocalDate asOf(Form form) {
        String text = form.text("as_of");
        try {
            LocalDate day = LocalDate.parse(text);
            if (!set.days().hold(day)) {
                form.complain("as_of", set.days().refusal(day));
            }
            return day;
        } catch (DateTimeParseException e) {
            form.complain("as_of", "\"" + text + "\" is not a day of the calendar");
            return null;
        }
    }

    private @Nullable Subject subject(Form form, Map<String, Located> facts) {
        Subject subject = read(form, "case", facts);
        if (subject != null && form.node().present("lifecycle") instanceof Located.Mapping mapping) {
            Subject root = read(form, "root", mapping.entries());
            return root == null ? null : subject.withLifecycle(root.facts());
        }
        return subject;
    }

    /** Reads facts through the same reader as scenario files, so that a case can state what a scenario can. */
    private @Nullable Subject read(Form form, String slug, Map<String, Located> facts) {
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("slug", slug);
        scenario.put("name", form.text("case"));
        Map<String, Object> plain = new LinkedHashMap<>();
        facts.forEach((id, value) -> plain.put(id, plain(value)));
        stateOneOf(concerns, plain);
        scenario.put("facts", plain);
        byte[] json = JsonMapper.shared().writeValueAsString(scenario).getBytes(StandardCharsets.UTF_8);
        Reading reading = RecordReader.with(set.vocabulary()).read(List.of(new Source(form.node().file(), json)));
        reading.problems().forEach(problem -> problems.add(form.node().problem(problem.message())));
        return reading.problems().isEmpty() ? reading.subjects().getFirst() : null;
    }

    /** A case is about a record of a kind that its policy is about, also where it states nothing of it. */
    private void stateOneOf(Set<Kind> kinds, Map<String, Object> facts) {
        boolean stated = kinds.stream().anyMatch(kind -> facts.keySet().stream().anyMatch(id -> id.startsWith(kind.code() + ".")));
        if (!stated) {
            Kind kind = kinds.contains(Kind.MODEL) ? Kind.MODEL : kinds.iterator().next();
            set.vocabulary().facts().stream().filter(fact -> fact.kind() == kind).findFirst()
                    .ifPresent(fact -> facts.put(fact.id(), null));
        }
    }

    private static @Nullable Object plain(Located node) {
        return switch (node) {
            case Located.Scalar scalar -> scalar.value();
            case Located.Sequence sequence -> sequence.items().stream().map(CaseFile::plain).toList();
            case Located.Mapping mapping -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                mapping.entries().forEach((key, value) -> plain.put(key, plain(value)));
                yield plain;
            }
        };
    }
}


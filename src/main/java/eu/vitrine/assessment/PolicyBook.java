package eu.vitrine.assessment;

import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A policy set as people read it: each policy with its rules, the figures of the law it reads and its cases. */
final class PolicyBook {

    private static final Pattern LAW = Pattern.compile("\\blaw\\.([a-z0-9_]+)");
    private static final Pattern HOUSE = Pattern.compile("\\b(house\\.[a-z0-9_]+)");
    private static final Pattern DERIVED = Pattern.compile("\\bderived\\.([a-z0-9_]+)");

    /** Where the file of a duty says how its points are judged. */
    private static final String POINTS = "points, ";

    private final PolicySet set;
    private final PolicyFiles files;
    private final Map<String, String> fileOf = new TreeMap<>();
    private final Map<String, LawLine> law = new TreeMap<>();
    private final Map<String, LawLine> house = new TreeMap<>();

    /**
     * One rule of a policy as its file writes it.
     *
     * @param stage which question it answers
     * @param id name of the row within the stage, empty where the stage is a single expression
     * @param when condition in the Common Expression Language; null for the row that fits otherwise
     * @param then answer given when it fits, or null
     * @param why reason as template, or null
     */
    record Rule(String stage, String id, @Nullable String when, @Nullable String then, @Nullable String why) {}

    PolicyBook(PolicySet set, PolicyFiles files) {
        this.set = set;
        this.files = files;
        set.lawData().forEach(datum -> law.put(datum.name(), LawLine.of(datum)));
        set.houseData().forEach(datum -> house.put(datum.name(), LawLine.of(datum)));
        for (String name : files.withoutCases().byName().keySet()) {
            if (!name.contains("/") || name.startsWith("derivations/")) {
                Optional.ofNullable(files.read(name).present("id")).ifPresent(id -> fileOf.put(text(id), name));
            }
        }
    }

    private static String text(eu.vitrine.facts.Located node) {
        return node instanceof eu.vitrine.facts.Located.Scalar scalar ? scalar.text() : "";
    }

    public PolicySet set() {
        return set;
    }

    /** Policies of one role, in reading order. */
    public List<Policy> of(Policy.Role role) {
        return set.policies().stream().filter(policy -> policy.role() == role).toList();
    }

    /** Every figure and date of the law. */
    public Collection<LawLine> law() {
        return law.values();
    }

    /** Every figure of our own, which our own rules read. */
    public Collection<LawLine> house() {
        return house.values();
    }

    /** The points of an annex that are judged inside a duty, in reading order. */
    public List<Policy> points(Policy duty) {
        return of(Policy.Role.POINT).stream().filter(point -> duty.id().equals(point.partOf())).toList();
    }

    /** What the file of a policy says, row by row; of a point of an annex also what the duty it is part of says about its points. */
    public List<Rule> rules(Policy policy) {
        List<Rule> rules = new ArrayList<>(rulesIn(fileOf.get(policy.id())));
        if (policy.partOf() != null) {
            rulesIn(fileOf.get(policy.partOf())).stream().filter(rule -> rule.stage().startsWith(POINTS)).forEach(rules::add);
        }
        return List.copyOf(rules);
    }

    private List<Rule> rulesIn(@Nullable String file) {
        return file == null ? List.of() : PolicyRules.of(files.read(file));
    }

    /** The figures and dates that a policy reads, directly or through values derived by rule: those of the law, then our own. */
    public List<LawLine> lawOf(Policy policy) {
        Set<String> names = new LinkedHashSet<>();
        gather(fileOf.get(policy.id()), names, new LinkedHashSet<>());
        List<LawLine> lines = new ArrayList<>();
        names.forEach(name -> Optional.ofNullable(law.get(name)).ifPresent(lines::add));
        names.forEach(name -> Optional.ofNullable(house.get(name)).ifPresent(lines::add));
        return lines;
    }

    private void gather(@Nullable String file, Set<String> names, Set<String> seen) {
        String text = file == null || !seen.add(file) ? null : files.byName().get(file);
        if (text == null) {
            return;
        }
        for (Matcher found = LAW.matcher(text); found.find();) {
            names.add(found.group(1));
        }
        for (Matcher found = HOUSE.matcher(text); found.find();) {
            names.add(found.group(1));
        }
        for (Matcher found = DERIVED.matcher(text); found.find();) {
            gather("derivations/" + found.group(1) + ".yaml", names, seen);
        }
    }

    /** The situations that show what a policy answers. */
    public List<PolicyCase> cases(Policy policy) {
        String name = "cases/" + policy.id() + ".yaml";
        return files.byName().containsKey(name) ? PolicyCase.in(files.read(name)) : List.of();
    }
}

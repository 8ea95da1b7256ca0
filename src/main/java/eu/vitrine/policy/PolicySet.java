package eu.vitrine.policy;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Subject;
import eu.vitrine.facts.Vocabulary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A checked, immutable set of policies. Evaluating it is a pure function: the same facts and the same day give the same
 * findings. Safe for use by several threads.
 */
public final class PolicySet {

    /**
     * What identifies a set.
     *
     * @param version version of the set
     * @param lawVersion the acts it encodes
     * @param rulesDigest SHA-256 over conditions, data and structure, in hexadecimal
     * @param textDigest SHA-256 over wording, in hexadecimal
     */
    public record Identity(String version, String lawVersion, String rulesDigest, String textDigest) {}

    private final Identity identity;
    private final Vocabulary vocabulary;
    private final Map<String, LawDatum> law;
    private final List<Policy> policies;
    private final Map<String, Slot> decisions = new HashMap<>();
    private final List<Duty> duties;
    private final Rules rules;
    private final List<AssumptionRule> assumptions;
    private final int made;
    private final Map<String, Policy> byId = new HashMap<>();
    private final IdSet lifecycleStandIn;
    private final IdSet keptByLaw;
    private final IdSet ageing;

    PolicySet(Identity identity, Vocabulary vocabulary, Map<String, LawDatum> law, List<Policy> policies,
            Map<String, Decision> decisions, List<Duty> duties, Rules rules, List<AssumptionRule> assumptions, Set<String> assumptionsOff) {
        this.identity = identity;
        this.vocabulary = vocabulary;
        this.law = Map.copyOf(law);
        this.policies = List.copyOf(policies);
        this.duties = List.copyOf(duties);
        this.rules = rules;
        this.assumptions = List.copyOf(assumptions);
        this.made = assumptions.stream().map(AssumptionRule::assumption).filter(one -> !assumptionsOff.contains(one.id()))
                .mapToInt(Assumption::bit).sum();
        this.lifecycleStandIn = IdSet.of(vocabulary.get("model.release.lifecycle_first_placed").index());
        Map<String, Decision> all = new LinkedHashMap<>(decisions);
        for (Duty duty : duties) {
            all.put(duty.applicability().id(), duty.applicability());
            if (duty.evidence() != null) {
                all.put(duty.evidence().id(), duty.evidence());
            }
        }
        Map<String, Integer> bearing = Bearing.of(all, assumptions);
        all.values().forEach(decision -> this.decisions.put(decision.id(), new Slot(this.decisions.size(), decision, bearing.get(decision.id()))));
        policies.forEach(policy -> byId.putIfAbsent(policy.id(), policy));
        this.keptByLaw = indexes(fact -> fact.knownBy() == FactDeclaration.KnownBy.AUTHORITIES);
        this.ageing = indexes(fact -> fact.staleAfterDays() != null);
    }

    private IdSet indexes(Predicate<FactDeclaration> which) {
        return IdSet.of(vocabulary.facts().stream().filter(which).map(FactDeclaration::index).toList());
    }

    /** What identifies the set. */
    public Identity identity() {
        return identity;
    }

    /** The vocabulary that its conditions speak. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** All policies in reading order: conditions and classifications, then duties and routes, then derivations. */
    public List<Policy> policies() {
        return policies;
    }

    /** The policy with this id, or empty. */
    public Optional<Policy> policy(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Whether this is a duty, of the maker or ours, that counts where duties are counted; one that can never be shown from outside
     * weighs nothing, and a route does not either. Duties of ours are in no score.
     */
    public boolean counts(Policy policy) {
        return duties.stream().anyMatch(duty -> duty.policy().equals(policy) && duty.policy().partOf() == null && duty.weight() > 0);
    }

    /** The closed list of assumptions. */
    public List<Assumption> assumptions() {
        return assumptions.stream().map(AssumptionRule::assumption).toList();
    }

    /** The figures and dates of the law. */
    public List<LawDatum> lawData() {
        return data(false);
    }

    /** The figures of the organisation's own rules. */
    public List<LawDatum> houseData() {
        return data(true);
    }

    private List<LawDatum> data(boolean ours) {
        return law.values().stream().filter(datum -> datum.isOurs() == ours)
                .sorted(Comparator.comparing(LawDatum::name)).toList();
    }

    /** The days that the law can be read for by this set. */
    public LawDays days() {
        return LawDays.of(law);
    }

    /**
     * What the law says about a subject.
     *
     * @param asOf the day the law is read for, in the zone of Brussels; not what was known on that day
     * @return the same findings for the same arguments, whenever and wherever
     */
    public Evaluation evaluate(Subject subject, LocalDate asOf) {
        return new Engine(this, subject, asOf, made).evaluate();
    }

    /** The same with no assumption made. */
    public Evaluation evaluateWithoutAssumptions(Subject subject, LocalDate asOf) {
        return new Engine(this, subject, asOf, 0).evaluate();
    }

    /**
     * How the answer of one policy about a subject follows.
     *
     * @param assumed whether assumptions are made
     * @throws IllegalArgumentException if no policy has that id
     */
    public Explanation explain(Subject subject, LocalDate asOf, boolean assumed, String policy) {
        return Explainer.of(this, subject, asOf, assumed ? made : 0, known(policy));
    }

    /**
     * What a policy asks, in words and without a subject.
     *
     * @throws IllegalArgumentException if no policy has that id
     */
    public Explanation explain(String policy) {
        return Explainer.of(this, known(policy));
    }

    /**
     * The single facts whose answer would change what a policy says about a subject.
     *
     * @param assumed whether assumptions are made
     * @throws IllegalArgumentException if no policy has that id
     */
    public WhatIf whatIf(Subject subject, LocalDate asOf, boolean assumed, String policy) {
        return new WhatIfSearch(this, subject, asOf, assumed ? made : 0, known(policy)).search();
    }

    private Policy known(String id) {
        return policy(id).orElseThrow(() -> new IllegalArgumentException("no policy has the id " + id));
    }

    /**
     * A value that is derived by rule, with the assumptions that the set makes.
     *
     * @throws IllegalArgumentException if no derivation has that id
     */
    public DerivedValue derive(Subject subject, LocalDate asOf, String derivation) {
        Run run = new Run(this, subject, asOf).enable(made);
        Run.Decided decided = run.decide(decision("derived." + derivation));
        Reasons reasons = new Reasons(this, subject, run);
        return DerivedValue.of(decided.value(), reasons.of(derivation, decided), reasons.factIds(decided.value().trace().causes()));
    }

    /**
     * A decision and its place among all.
     *
     * @param index from 0
     * @param assumptions every assumption that can bear on it, as bits
     */
    record Slot(int index, Decision decision, int assumptions) {}

    Slot slot(String id) {
        Slot slot = decisions.get(id);
        if (slot == null) {
            throw new IllegalArgumentException("no decision has the id " + id);
        }
        return slot;
    }

    Decision decision(String id) {
        return slot(id).decision();
    }

    /** How many decisions there are. */
    int size() {
        return decisions.size();
    }

    LawDatum law(String name) {
        LawDatum datum = law.get(name);
        if (datum == null) {
            throw new IllegalArgumentException("no figure of the law has the name " + name);
        }
        return datum;
    }

    List<Duty> duties() {
        return duties;
    }

    Rules rules() {
        return rules;
    }

    /** The assumptions that an organisation lets be made, as bits. */
    int made() {
        return made;
    }

    List<AssumptionRule> assumptionRules() {
        return assumptions;
    }

    IdSet standsFor(int bits) {
        IdSet facts = IdSet.EMPTY;
        if (bits == 0) {
            return facts;
        }
        for (AssumptionRule rule : assumptions) {
            if ((bits & rule.assumption().bit()) != 0) {
                for (String id : rule.assumption().standsFor()) {
                    facts = facts.and(IdSet.of(vocabulary.get(id).index()));
                }
            }
        }
        return facts;
    }

    int allAssumptions() {
        return (1 << assumptions.size()) - 1;
    }

    IdSet lifecycleStandIn() {
        return lifecycleStandIn;
    }

    /** The facts that the law lets a provider keep from us. */
    IdSet keptByLaw() {
        return keptByLaw;
    }

    /** The facts that should be looked up again after some time. */
    IdSet ageing() {
        return ageing;
    }
}

package eu.vitrine.policy;

import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Candidates.Candidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries other answers to every single fact that the answer of a policy can depend on. */
final class WhatIfSearch {

    private final PolicySet set;
    private final Subject subject;
    private final LocalDate asOf;
    private final int assumptions;
    private final Policy policy;
    private final Answered now;
    private int evaluations;

    WhatIfSearch(PolicySet set, Subject subject, LocalDate asOf, int assumptions, Policy policy) {
        this.set = set;
        this.subject = subject;
        this.asOf = asOf;
        this.assumptions = assumptions;
        this.policy = policy;
        this.now = answered(subject);
    }

    private Answered answered(Subject with) {
        evaluations++;
        return Answered.of(set, with, asOf, assumptions, policy);
    }

    WhatIf search() {
        Reach reach = Reach.of(set, assumptions, policy);
        Candidates candidates = candidates(reach);
        List<WhatIf.Change> changes = new ArrayList<>();
        for (int index : reach.facts()) {
            FactDeclaration declaration = set.vocabulary().facts().get(index);
            Fact recorded = subject.facts().get(declaration.id());
            List<WhatIf.Alternative> alternatives = alternatives(candidates.of(declaration, recorded));
            if (!alternatives.isEmpty()) {
                changes.add(new WhatIf.Change(declaration.id(), declaration.label(), ExprWords.brief(FactWords.of(declaration, recorded)),
                        recorded.state() == State.VALUE || recorded.state() == State.NONE,
                        declaration.knownBy() == FactDeclaration.KnownBy.AUTHORITIES, alternatives));
            }
        }
        return new WhatIf(now.words(), changes, evaluations);
    }

    /** What would be tried. */
    Candidates candidates(Reach reach) {
        return new Candidates(new Lines(set, new Run(set, subject, asOf).enable(assumptions), reach), asOf, subject.slug());
    }

    private List<WhatIf.Alternative> alternatives(List<Candidate> candidates) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        Map<String, List<Fact>> tried = new LinkedHashMap<>();
        String before = "";
        String beginning = "";
        for (Candidate candidate : candidates) {
            Answered then = answered(subject.with(candidate.fact()));
            String outcome = then.says(now) ? "" : then.differenceFrom(now);
            if (!outcome.isEmpty()) {
                List<String> answers = words.computeIfAbsent(outcome, one -> new ArrayList<>());
                if (candidate.ordered() && outcome.equals(before)) {
                    answers.set(answers.size() - 1, beginning + " to " + candidate.words());
                } else {
                    answers.add(candidate.words());
                    beginning = candidate.words();
                }
                tried.computeIfAbsent(outcome, one -> new ArrayList<>()).add(candidate.fact());
            }
            before = candidate.ordered() ? outcome : "";
        }
        List<WhatIf.Alternative> all = new ArrayList<>();
        words.forEach((outcome, answers) -> all.add(new WhatIf.Alternative(answers, outcome, tried.get(outcome))));
        return all;
    }
}

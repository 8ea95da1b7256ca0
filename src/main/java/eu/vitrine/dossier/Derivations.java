package eu.vitrine.dossier;

import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Explanation;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Sentence;
import eu.vitrine.policy.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How answers follow and what would change them, in as few lines as can be checked. The policy set tells both. */
final class Derivations {

    /** So many conditions or facts are named in a line; of the others the number is. */
    private static final int NAMED = 5;

    private final Texts texts;
    private final PolicySet set;
    private final Subject subject;
    private final LocalDate asOf;
    private final List<Determined> determined;

    Derivations(Texts texts, DossierContent content) {
        this.texts = texts;
        this.set = content.policySet();
        this.subject = content.subject();
        this.asOf = content.evaluation().asOf();
        this.determined = content.issue().determined();
    }

    /** What persons determined beside the answer of a policy. */
    List<Fields> determined(String policy) {
        return determined.stream().filter(one -> one.policy().equals(policy)).map(Determined::fields).toList();
    }

    /** One line for each question of a policy. */
    List<Fields> follows(String policy) {
        Explanation explanation = set.explain(subject, asOf, true, policy);
        List<Fields> lines = new ArrayList<>();
        for (Explanation.Stage stage : explanation.stages()) {
            List<String> because = because(stage);
            if (!because.isEmpty()) {
                lines.add(new Fields().with("question", stage.question()).with("answer", stage.answer()).with("because", listed(because)));
            }
        }
        return lines;
    }

    /** The conditions that decided a classification or a condition, as one text; null where there is nothing to name. */
    @Nullable String from(String policy) {
        List<String> because = set.explain(subject, asOf, true, policy).stages().stream().flatMap(stage -> because(stage).stream()).toList();
        return because.isEmpty() ? null : listed(because);
    }

    /** What the claims would lead to that disagree about a fact behind the answer, a text for each such fact. */
    List<String> disputes(String policy, List<String> disputed) {
        return disputed.isEmpty() ? List.of() : set.explain(subject, asOf, true, policy).disputes().stream()
                .map(dispute -> String.join(" ", dispute.sentences())).toList();
    }

    private List<String> because(Explanation.Stage stage) {
        List<String> because = new ArrayList<>();
        // of the day it is due, the day itself; what the law fixes for every duty stands in the chapter on the law
        stage.basis().stream().limit(stage.basis().size() > 1 ? 1 : 0).forEach(one -> because.add(ended(one.sentence())));
        stage.because().forEach(sentence -> because.add(ended(sentence)));
        if (!stage.ruledOut().isEmpty()) {
            because.add(texts.of("derivation.otherwise", "named", limited(stage.ruledOut(), "; ")));
        }
        return because;
    }

    private static String ended(Sentence sentence) {
        String text = sentence.text();
        return text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
    }

    private String listed(List<String> sentences) {
        return limited(sentences, ". ") + ".";
    }

    private String limited(List<String> all, String between) {
        return all.size() <= NAMED + 1 ? String.join(between, all)
                : String.join(between, all.subList(0, NAMED)) + "; " + texts.of("derivation.more", "n", all.size() - NAMED);
    }

    /** What each outcome would take of the facts that nobody knows; of the others, the labels. */
    Fields changes(String policy) {
        WhatIf whatIf = set.whatIf(subject, asOf, true, policy);
        List<WhatIf.Change> outcome = whatIf.ofOutcome();
        List<Fields> open = WhatIf.byOutcome(outcome.stream().filter(one -> !one.known()).toList()).stream().map(one -> new Fields()
                .with("outcome", one.outcome()).with("answers", limited(one.answers(), "; "))).toList();
        return new Fields().with("open", open)
                .with("recorded", labels(outcome.stream().filter(WhatIf.Change::known).toList()))
                .with("detail", labels(whatIf.ofDetail().stream().filter(one -> !one.known()).toList()));
    }

    private @Nullable String labels(List<WhatIf.Change> changes) {
        return changes.isEmpty() ? null : limited(changes.stream().map(WhatIf.Change::label).distinct().toList(), "; ");
    }
}

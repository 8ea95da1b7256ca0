package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Assumption;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One finding in full. */
public record FindingView(PolicySet set, Subject subject, Finding finding) {

    private static final Pattern ARTICLE = Pattern.compile("^Art\\. (\\d+)");
    private static final String ACT = "Regulation (EU) 2024/1689";

    public @Nullable OutcomeMark mark() {
        return OutcomeMark.of(finding.outcome());
    }

    /** Facts read about which something is recorded. */
    public List<FactLine> known() {
        return lines().stream().filter(FactLine::isRecorded).toList();
    }

    /** Facts read about which nothing is recorded. */
    public List<FactLine> unknown() {
        return lines().stream().filter(line -> !line.isRecorded()).toList();
    }

    private List<FactLine> lines() {
        return FactLine.of(set.vocabulary(), subject.facts(), finding.facts());
    }

    public List<FactDeclaration> settledBy() {
        return finding.settledBy().stream().map(set.vocabulary()::get).toList();
    }

    public List<FactDeclaration> withheldByLaw() {
        return finding.withheldByLaw().stream().map(set.vocabulary()::get).toList();
    }

    /** The assumptions it rests on. */
    public List<Assumption> assumptions() {
        return set.assumptions().stream().filter(one -> finding.assumptions().contains(one.id())).toList();
    }

    /**
     * The answers without an assumption.
     *
     * @param assumption its id, or null for none at all
     */
    public record Without(@Nullable String assumption, Answers answers, @Nullable OutcomeMark mark) {}

    public List<Without> without() {
        List<Without> rows = new ArrayList<>();
        if (!finding.assumptions().isEmpty()) {
            finding.withoutAssumptions().forEach((id, answers) -> rows.add(new Without(
                    id.equals(Finding.NONE_AT_ALL) ? null : id, answers, OutcomeMark.of(answers.outcome()))));
        }
        return rows;
    }

    /** Anchor of the article in the official text, such as {@code art_53}; null where the reference is to something else. */
    public @Nullable String anchor() {
        return anchor(finding.policy().reference(), finding.policy().cite());
    }

    static @Nullable String anchor(String reference, String cite) {
        Matcher article = ARTICLE.matcher(reference);
        return cite.startsWith(ACT) && article.find() ? "art_" + article.group(1) : null;
    }
}

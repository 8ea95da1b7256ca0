package eu.vitrine.assessment;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.Answers;
import eu.vitrine.policy.Assumption;
import eu.vitrine.policy.Classification;
import eu.vitrine.policy.Finding;
import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One finding in full.
 *
 * @param asOf the day the law was read for
 */
public record FindingView(PolicySet set, Subject subject, LocalDate asOf, Finding finding) {

    private static final Pattern ARTICLE = Pattern.compile("^Art\\. (\\d+)");
    private static final String ACT = "Regulation (EU) 2024/1689";

    public @Nullable OutcomeMark mark() {
        return OutcomeMark.of(finding.outcome());
    }

    public Policy policy() {
        return finding.policy();
    }

    /** Tone of the answer as a whole: go, stop or wait; empty where it is neither good nor bad. */
    public String tone() {
        OutcomeMark mark = mark();
        return mark == null ? "" : tone(mark);
    }

    static String tone(OutcomeMark mark) {
        return switch (mark.tone()) {
            case "met" -> "go";
            case "notmet" -> "stop";
            case "open" -> "wait";
            default -> "";
        };
    }

    /** The points of an annex that are judged inside it. */
    public List<FindingRow> points() {
        return finding.points().stream().map(FindingRow::of).toList();
    }

    /**
     * How the points of an annex stand, whether or not the duty applies.
     *
     * @param shown how many are shown
     * @param failed how many were seen to be missing or incomplete
     * @param open of how many there is no evidence
     * @param aside how many are not asked
     */
    public record PointCounts(int all, int shown, int failed, int open, int aside) {}

    public PointCounts pointCounts() {
        int[] counts = new int[4];
        for (Finding point : finding.points()) {
            counts[switch (point.answers().evidence()) {
                case MET -> 0;
                case PARTIAL, NOT_MET -> 1;
                case NO_EVIDENCE -> 2;
                case null -> 3;
            }]++;
        }
        return new PointCounts(finding.points().size(), counts[0], counts[1], counts[2], counts[3]);
    }

    /**
     * A test that the duty draws on.
     *
     * @param why the reasons in one, without the list of what it turns on
     * @param turnsOn what it turns on; null where it turns on nothing
     */
    public record Test(Classification answer, String why, FindingRow.@Nullable TurnsOn turnsOn) {}

    public List<Test> tests() {
        return finding.conditions().stream().map(one -> new Test(one,
                one.why().stream().filter(why -> FindingRow.TurnsOn.of(why) == null).map(Why::text).collect(Collectors.joining(" ")),
                one.why().stream().map(FindingRow.TurnsOn::of).filter(Objects::nonNull).findFirst().orElse(null))).toList();
    }

    /** The fields of a form that it asks for, one by one; null where it asks for none. */
    public @Nullable FieldReport fields() {
        return finding.checklist().isEmpty() ? null : new FieldReport(finding.checklist());
    }

    /** When we asked and what came; null where it does not turn on that. */
    public @Nullable AnswerClock clock() {
        return finding.answers().mayApply() ? AnswerClock.of(set, subject, asOf, finding).orElse(null) : null;
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

    /** The label of a fact. */
    public String label(String fact) {
        return set.vocabulary().get(fact).label();
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

package eu.vitrine.policy;

import eu.vitrine.facts.FactWords;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers in English words; the one place for explanations, whoever shows them. */
final class Wording {

    private static final Pattern ROMAN = Pattern.compile("[IVX]+|[AB]");

    private Wording() {}

    /** An outcome of a table, as it stands in it. */
    static String outcome(Object code) {
        return switch (code) {
            case EvidenceOutcome found -> evidence(found.evidence(), found.reason());
            case String text -> code(text);
            case Boolean truth -> truth ? "yes" : "no";
            default -> code.toString();
        };
    }

    /** A code in words; those that do not speak for themselves have words of their own. */
    static String code(String code) {
        return switch (code) {
            case "CANNOT_DETERMINE" -> "cannot be determined";
            case "NOT_APPLICABLE" -> "does not apply";
            case "UPSTREAM" -> "the maker of the model";
            case "ADOPTER" -> "whoever integrates it";
            case "PASS" -> "passes";
            case "FAIL" -> "fails our rule";
            default -> spelled(code);
        };
    }

    /** Lower case, but for the numerals of annexes: {@code ANNEX_I_A} is "Annex I A". */
    private static String spelled(String code) {
        boolean annex = code.startsWith("ANNEX_");
        StringBuilder words = new StringBuilder();
        for (String word : code.split("_")) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(annex && ROMAN.matcher(word).matches() ? word : word.toLowerCase(Locale.ROOT));
        }
        return annex ? "Annex" + words.substring(5) : words.toString();
    }

    /** An entry of a list of the law: its label, the reference of the policy with its name, or what it is. */
    static String entry(PolicySet set, LawDatum list, String code) {
        String label = list.labels().get(code);
        return label != null ? label : set.policy(code).map(Policy::reference).orElseGet(() -> code.replace('_', ' '));
    }

    static String evidence(Answers.Evidence evidence, @Nullable EvidenceReason reason) {
        return switch (evidence) {
            case MET -> "shown";
            case PARTIAL -> "shown in part; a deficiency was seen";
            case NOT_MET -> "shown not to be met";
            case NO_EVIDENCE -> reason == null ? "no evidence" : "no evidence: " + reason.words();
        };
    }

    static String applicability(Answers answers) {
        return code(answers.applicability().name()) + (answers.ground() == null ? "" : ", " + answers.ground());
    }

    static String due(Answers answers) {
        return switch (answers.due()) {
            case null -> "not asked";
            case DUE -> "due" + (answers.dueDate() == null ? "" : " since " + FactWords.date(answers.dueDate()));
            case NOT_YET_DUE -> "not yet due" + (answers.dueDate() == null ? "" : ": " + FactWords.date(answers.dueDate()));
            case UNKNOWN -> "not known";
        };
    }

    static String enforceable(Answers answers) {
        return switch (answers.enforceable()) {
            case null -> "not asked";
            case NOW -> "enforceable" + (answers.enforceableFrom() == null ? " now" : " since " + FactWords.date(answers.enforceableFrom()));
            case NOT_BEFORE -> "not enforceable before "
                    + (answers.enforceableFrom() == null ? "a later day" : FactWords.date(answers.enforceableFrom()));
            case NO_POWER -> "no authority has the power to enforce it";
            case UNKNOWN -> "not known whether it can be enforced";
        };
    }

    /** The one word for an outcome with what belongs to it: the reason, the ground or the day. */
    static String whole(Answers answers) {
        Outcome outcome = answers.outcome();
        return switch (outcome) {
            case EXEMPT -> outcome.words() + (answers.ground() == null ? "" : ", " + answers.ground());
            case NO_EVIDENCE -> outcome.words() + (answers.evidenceReason() == null ? "" : ": " + answers.evidenceReason().words());
            case NOT_YET_DUE -> outcome.words() + (answers.dueDate() == null ? "" : ": " + FactWords.date(answers.dueDate()));
            case CANNOT_DETERMINE -> outcome.words() + (answers.applicability() == Answers.Applicability.CANNOT_DETERMINE
                    ? " whether it applies" : " when it is due");
            default -> outcome.words();
        };
    }

    /** What answers say that others do not: the outcome where it differs, else whatever of the four does. */
    static String difference(Answers before, Answers after) {
        String whole = whole(after);
        if (!whole.equals(whole(before))) {
            return whole;
        }
        StringBuilder words = new StringBuilder(whole);
        append(words, applicability(before), applicability(after), "");
        append(words, due(before), due(after), "the day it is due is ");
        if (after.evidence() != null && before.evidence() != null) {
            append(words, evidence(before.evidence(), before.evidenceReason()), evidence(after.evidence(), after.evidenceReason()), "");
        }
        append(words, enforceable(before), enforceable(after), "");
        return words.toString();
    }

    private static void append(StringBuilder words, String before, String after, String ifNotKnown) {
        if (!before.equals(after)) {
            words.append("; ").append(after.equals("not known") ? ifNotKnown + after : after);
        }
    }
}

package eu.vitrine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.cli.CaseFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine against the plain evaluation, on subjects drawn at random. The benchmark does the same a million times. */
class PlainAgreementTests {

    private static final int SUBJECTS = 800;

    @Test
    void the_engine_answers_like_the_plain_evaluation() {
        assertThat(PlainAgreement.differences(PolicyFolder.shipped(), 20261125, SUBJECTS)).isEmpty();
    }

    @Test
    void the_subjects_that_are_drawn_reach_every_answer() {
        PolicySet set = PolicyFolder.shipped();
        RandomSubjects drawn = new RandomSubjects(set, 7);
        List<CaseFile.Case> cases = PlainAgreement.cases(set);
        Set<String> seen = new HashSet<>();
        for (CaseFile.Case one : cases) {
            for (Finding finding : set.evaluate(drawn.near(one.subject()), one.asOf()).findings()) {
                seen.add(finding.answers().applicability().name());
                seen.add(String.valueOf(finding.answers().due()));
                seen.add(String.valueOf(finding.answers().evidence()));
                seen.add(String.valueOf(finding.answers().enforceable()));
            }
        }
        assertThat(seen).contains("APPLIES", "EXEMPT", "NOT_APPLICABLE", "CANNOT_DETERMINE", "DUE", "NOT_YET_DUE", "UNKNOWN", "MET",
                "PARTIAL", "NOT_MET", "NO_EVIDENCE", "NOW", "NOT_BEFORE");
    }
}

package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.vitrine.facts.Sha256;
import eu.vitrine.policy.Evaluation;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.policy.PolicySetReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assessments that release 0.1.0 stored, evaluated again by this release with the policy set of their day. */
class ReplayTests {

    /** SHA-256 of the stored evaluations, as that release recorded them. */
    private static final Map<String, String> STORED = Map.of(
            "deepseek-r1", "b3b1c1f1c67d177c3282e812d4a18c8e22454362311e72f8f6810038e9cc0479",
            "apertus-70b", "ee52c01352b7a4f895780c755bdb13a0561fd0a2805503cbdd600ea124772bbe",
            "gpt-5", "cb00c9684b2a5d84d58aa535f034ddd19fa730ce8f5b8bb4116185c47be1ca43");
    private static final String RULES = "88680e1800b462850a0c307e75e8f7fee1d857568ea25b4ccb3b9e4b275ac4e0";
    private static final String WORDING = "b3e28c40984797b7db6b1eec49d0a86600d9353cfd97fa620d3e729d44dac9cf";

    private static final PolicySet OF_THAT_DAY = PolicySetReader.read(PolicyFiles.of(bytes("policy-set.json")).byName());

    private static byte[] bytes(String name) {
        try (InputStream packed = ReplayTests.class.getResourceAsStream("release-0.1.0/" + name + ".gz")) {
            if (packed == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new GZIPInputStream(packed).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Evaluation again(String slug) {
        byte[] lifecycle = slug.equals("deepseek-r1") ? bytes(slug + ".lifecycle.json") : null;
        Snapshot snapshot = new Snapshot(bytes(slug + ".record.json"), lifecycle, java.util.List.of(), null);
        Snapshot.Read read = snapshot.read(OF_THAT_DAY.vocabulary(), PolicyFolder.shipped().vocabulary());
        return OF_THAT_DAY.evaluate(read.subject(), StoredEvaluation.read(bytes(slug + ".evaluation.json")).asOf());
    }

    @Test
    void the_set_of_that_day_is_still_read_as_the_same_set() {
        assertThat(OF_THAT_DAY.identity().rulesDigest()).isEqualTo(RULES);
        assertThat(OF_THAT_DAY.identity().textDigest()).isEqualTo(WORDING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepseek-r1", "apertus-70b", "gpt-5"})
    void an_assessment_of_release_0_1_0_has_the_same_answers_today(String slug) {
        byte[] stored = bytes(slug + ".evaluation.json");
        assertThat(Sha256.of(stored)).isEqualTo(STORED.get(slug));
        Replay replay = Replay.of(stored, StoredEvaluation.read(stored), again(slug));
        assertThat(replay.deviations()).isEmpty();
        assertThat(replay.isSame()).isTrue();
    }

    @Test
    void what_is_read_back_is_what_was_stored() {
        StoredEvaluation stored = StoredEvaluation.read(bytes("deepseek-r1.evaluation.json"));
        assertThat(stored.slug()).isEqualTo("deepseek-r1");
        assertThat(stored.policySet().rulesDigest()).isEqualTo(RULES);
        assertThat(stored.findings()).hasSizeGreaterThan(10);
        assertThat(stored.classifications()).containsKeys("scope", "generalPurpose", "systemicRisk", "freeAndOpenSource", "legacy", "provider");
        assertThat(stored.findings()).allSatisfy(finding -> {
            assertThat(finding.said().applicability()).isNotNull();
            assertThat(finding.why()).isNotEmpty();
        });
    }

    @Test
    void a_stored_answer_that_this_release_would_give_otherwise_is_named() {
        String told = new String(bytes("gpt-5.evaluation.json"), StandardCharsets.UTF_8);
        StoredEvaluation now = StoredEvaluation.read(told.getBytes(StandardCharsets.UTF_8));
        StoredFinding any = now.findings().stream().filter(finding -> finding.said().mayApply()).findFirst().orElseThrow();
        int at = told.indexOf("\"policy\" : \"" + any.policy() + "\"");
        String altered = told.substring(0, at) + told.substring(at).replaceFirst("\"applicability\" : \"[A-Z_]+\"", "\"applicability\" : \"EXEMPT\"");
        byte[] stored = altered.getBytes(StandardCharsets.UTF_8);
        Replay replay = Replay.of(stored, StoredEvaluation.read(stored), again("gpt-5"));
        assertThat(replay.how()).isEqualTo(Replay.How.OTHER_ANSWERS);
        assertThat(replay.deviations()).singleElement().satisfies(one -> {
            assertThat(one.policy()).isEqualTo(any.policy());
            assertThat(one.before()).isNotNull().satisfies(said -> assertThat(said.applicability()).isEqualTo("EXEMPT"));
            assertThat(one.after()).isEqualTo(any.said());
        });
    }

    @Test
    void words_and_keys_that_came_later_change_no_answer() {
        String told = new String(bytes("gpt-5.evaluation.json"), StandardCharsets.UTF_8);
        byte[] later = told.replaceFirst("\"asOf\"", "\"gainedSince\" : {\"anything\": [1, 2]},\n  \"asOf\"").replace("\"title\" : \"", "\"title\" : \"New words: ")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Replay.of(later, StoredEvaluation.read(later), again("gpt-5")).how()).isEqualTo(Replay.How.SAME_ANSWERS);
    }

    @Test
    void use_rights_and_house_rules_are_compared_by_their_answers() {
        String with = """
                [{"model": {"slug": "a", "name": "A"}, "asOf": "2026-01-01", "findings": [{"policy": "UR-1", "family": "USE_RIGHT", "answer": "%s"}],
                  "houseRules": {"HR-A": {"title": "Ours", "answer": "%s", "weight": "STOP"}}}]""";
        StoredEvaluation then = StoredEvaluation.read(with.formatted("GRANTED", "PASS").getBytes(StandardCharsets.UTF_8));
        StoredEvaluation now = StoredEvaluation.read(with.formatted("OPEN", "FAIL").getBytes(StandardCharsets.UTF_8));
        assertThat(Deviation.between(then, then)).isEmpty();
        assertThat(Deviation.between(then, now)).extracting(Deviation::about, one -> String.valueOf(one.after() == null ? null : one.after().value()))
                .containsExactly(tuple(Deviation.About.FINDING, "OPEN"), tuple(Deviation.About.HOUSE_RULE, "FAIL"));
    }

    @Test
    void a_key_that_was_not_written_yet_is_no_answer() {
        StoredEvaluation bare = StoredEvaluation.read("""
                [{"model": {"slug": "a", "name": "A"}, "asOf": "2026-01-01", "findings": [{"policy": "X"}]}]""".getBytes(StandardCharsets.UTF_8));
        assertThat(bare.score()).isNull();
        assertThat(bare.findings()).singleElement().satisfies(finding -> assertThat(finding.said()).isEqualTo(Said.value(null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "[{\"model\": 1}]", "[{\"model\": {}, \"findings\": [], \"asOf\": \"yesterday\"}]", "not JSON"})
    void bytes_that_hold_no_evaluation_are_not_understood(String bytes) {
        assertThatThrownBy(() -> StoredEvaluation.read(bytes.getBytes(StandardCharsets.UTF_8))).isInstanceOf(StoredEvaluation.NotUnderstood.class);
    }
}

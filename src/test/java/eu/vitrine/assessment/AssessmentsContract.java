package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.censorship.Findings;
import eu.vitrine.censorship.Statement;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.PublishedFinding;
import eu.vitrine.facts.Review;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.EvaluationJson;
import eu.vitrine.policy.PolicySet;
import eu.vitrine.registry.ModelRegistry;
import eu.vitrine.registry.NoSuchRecord;
import eu.vitrine.web.DatesInWords;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** What must hold of stored assessments on every database. */
abstract class AssessmentsContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Assessments assessments;

    @Autowired
    ModelRegistry registry;

    @Autowired
    Policies policies;

    @Autowired
    AuditTrail trail;

    @Autowired
    DatesInWords dates;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    private People people;

    @BeforeEach
    void an_officer_acts() {
        people = new People(context);
        people.actAs(people.with(Role.OFFICER, Role.AUDITOR));
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_stored_bytes_are_those_the_command_line_prints_for_every_model_of_the_catalogue() {
        PolicySet set = policies.current();
        List<Subject> subjects = RecordReader.with(set.vocabulary()).read(Catalogue.files()).subjects();
        assertThat(subjects).hasSize(28);
        for (Subject subject : subjects) {
            AssessmentLine line = assessments.assess(subject.slug());
            var printed = new ByteArrayOutputStream();
            EvaluationJson.write(List.of(set.evaluate(subject, dates.today())), printed);
            if (line.number() == 1) {
                assertThat(assessments.json(subject.slug(), 1)).as(subject.slug()).isEqualTo(printed.toByteArray());
            }
        }
    }

    @Test
    void of_assessments_at_once_each_that_is_kept_has_a_number_of_its_own() throws Exception {
        int before = assessments.all("qwen-long").size();
        int kept = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tasks = IntStream.range(0, 8).<Callable<AssessmentLine>>mapToObj(i -> new DelegatingSecurityContextCallable<>(
                    () -> assessments.assess("qwen-long"), SecurityContextHolder.getContext())).toList();
            for (var done : threads.invokeAll(tasks)) {
                try {
                    done.get();
                    kept++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(org.springframework.dao.DuplicateKeyException.class);
                }
            }
        }
        assertThat(kept).isPositive();
        assertThat(assessments.all("qwen-long")).extracting(AssessmentLine::number).hasSize(before + kept).startsWith(before + kept);
    }

    @Test
    void numbers_begin_with_one_and_go_up_by_one_for_each_model() {
        int before = assessments.all("phi-4").size();
        assertThat(assessments.assess("phi-4").number()).isEqualTo(before + 1);
        assertThat(assessments.assess("phi-4").number()).isEqualTo(before + 2);
        assertThat(assessments.all("phi-4")).extracting(AssessmentLine::number).startsWith(before + 2, before + 1);
    }

    @Test
    void what_was_assessed_stays_as_it_was_when_the_record_changes_and_the_page_can_say_what_moved() {
        AssessmentLine line = assessments.assess("lucie-7b");
        byte[] before = assessments.json("lucie-7b", line.number());
        Assessment then = assessments.byNumber("lucie-7b", line.number());
        assertThat(assessments.movedSince(line)).isEmpty();
        registry.importRecords(List.of(Catalogue.changed("lucie-7b", "name: Lucie", "name: Changed Lucie")));
        assertThat(assessments.json("lucie-7b", line.number())).isEqualTo(before);
        assertThat(assessments.byNumber("lucie-7b", line.number())).usingRecursiveComparison()
                .comparingOnlyFields("line", "pins", "record", "subject", "evaluation.slug", "evaluation.name").isEqualTo(then);
        assertThat(assessments.movedSince(line)).containsExactly(new Moved("assessment.moved.model", List.of("lucie-7b", 1, 2)));
        assertThat(assessments.needsOne("lucie-7b")).isTrue();
    }

    @Test
    void the_review_of_a_finding_stays_as_it_was_when_the_model_was_assessed() {
        String model = "kimi-k2";
        Findings findings = context.getBean(Findings.class);
        var id = findings.add(model, new Statement(PublishedFinding.Family.CENSORSHIP, PublishedFinding.FindingKind.SINGLE_OBSERVATION, "CN", null, "DENIAL", "en",
                "It refuses.", "R1", PublishedFinding.Applicability.SAME_FAMILY, null, null, "Lab", null, null, null, null, null, null, null, List.of(), "one prompt",
                "We mended it.", null, null));
        AssessmentLine first = assessments.assess(model);
        findings.dispute(id, 1, "one prompt is no rate");
        AssessmentLine second = assessments.assess(model);
        findings.withdraw(id, 2, "retracted");
        assertThat(kept(first, id)).extracting(Review::status, Review::reply).containsExactly(Review.Status.DRAFT, "We mended it.");
        assertThat(kept(second, id)).extracting(Review::status, Review::reason).containsExactly(Review.Status.DISPUTED, "one prompt is no rate");
    }

    private Review kept(AssessmentLine line, java.util.UUID finding) {
        return assessments.byNumber(line.slug(), line.number()).observations().stream().map(one -> one.review())
                .filter(review -> review.finding().equals(finding.toString())).findFirst().orElseThrow();
    }

    @Test
    void an_assessment_that_kept_no_review_reads_as_it_was_and_has_none() {
        AssessmentLine line = assessments.assess("deepseek-v3");
        Assessment made = assessments.byNumber("deepseek-v3", line.number());
        assertThat(made.observations()).isNotNull();
        var archive = context.getBean(AssessmentArchive.class);
        Snapshot now = archive.kept(line).snapshot();
        Snapshot earlier = new Snapshot(now.record(), now.lifecycle(), now.beside(), null);
        int next = line.number() + 1;
        transactions.executeWithoutResult(status -> archive.insert(new AssessmentLine(line.kind(), line.slug(), line.name(), next, line.asOf(), line.at(), line.by(),
                line.sha256(), line.counts(), line.nextDate(), line.useRights()), assessments.json("deepseek-v3", line.number()), earlier, made.evaluation(), List.of(), made.pins()));
        assertThat(earlier.sha256()).isNotEqualTo(now.sha256());
        assertThat(assessments.byNumber("deepseek-v3", next).observations()).isNull();
    }

    @Test
    void an_assessment_can_be_read_with_the_policy_set_kept_beside_it() {
        AssessmentLine line = assessments.assess("gpt-5");
        var kept = context.getBean(AssessmentArchive.class).kept(line);
        byte[] files = jdbc.sql("SELECT files FROM policy_set WHERE rules_digest = ?").param(kept.set().rulesDigest())
                .query((row, n) -> row.getBytes("files")).single();
        assertThat(eu.vitrine.policy.PolicySetReader.read(PolicyFiles.of(files).byName()).identity()).isEqualTo(policies.current().identity());
    }

    @Test
    void an_assessment_leaves_an_event_that_names_its_hash_and_the_revisions() {
        AssessmentLine line = assessments.assess("grok-4");
        var event = trail.newestFirst(new AuditFilter("assessment", "grok-4"), Long.MAX_VALUE, 1).getFirst();
        assertThat(event.action()).isEqualTo("model.assessed");
        assertThat(event.object().revision()).isEqualTo(line.number());
        assertThat(event.canonical()).contains(line.sha256(), policies.current().identity().rulesDigest(), "\"model grok-4 1\"");
    }

    @Test
    void assessment_and_event_vanish_together() {
        int before = assessments.all("kimi-k2").size();
        long events = events();
        transactions.executeWithoutResult(status -> {
            assessments.assess("kimi-k2");
            status.setRollbackOnly();
        });
        assertThat(assessments.all("kimi-k2")).hasSize(before);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void nothing_is_assessed_if_the_audit_log_cannot_record_it() {
        int before = assessments.all("minimax-m2").size();
        long last = jdbc.sql("SELECT seq FROM audit_head WHERE id = 1").query(Long.class).single();
        jdbc.sql("UPDATE audit_head SET seq = seq - 1").update(); // the next event collides with the last one
        try {
            assertThatThrownBy(() -> assessments.assess("minimax-m2")).isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        } finally {
            jdbc.sql("UPDATE audit_head SET seq = ?").param(last).update();
        }
        assertThat(assessments.all("minimax-m2")).hasSize(before);
    }

    @Test
    void an_assessment_of_a_use_keeps_every_record_it_read_and_gives_the_bytes_of_the_command_line() {
        registry.importRecords(Examples.files());
        AssessmentLine line = assessments.assess(Kind.USE, "support-replies");
        Assessment use = assessments.byNumber(Kind.USE, "support-replies", line.number());
        assertThat(use.pins()).extracting(pin -> pin.kind().code() + " " + pin.slug()).startsWith("use support-replies", "model mistral-small-3-2")
                .contains("provider mistral", "service example-union-cloud", "organisation example-company");
        assertThat(use.beside()).extracting(RecordFile::slug).containsExactly("mistral-small-3-2", "example-union-cloud", "example-company");
        PolicySet set = policies.current();
        List<Source> files = new java.util.ArrayList<>(Examples.files());
        files.addAll(Catalogue.files());
        Subject subject = RecordReader.with(set.vocabulary()).read(files).subjects().stream().filter(one -> one.slug().equals("support-replies")).findFirst().orElseThrow();
        var printed = new ByteArrayOutputStream();
        EvaluationJson.write(List.of(set.evaluate(subject, line.asOf())), printed);
        assertThat(assessments.json(Kind.USE, "support-replies", line.number())).isEqualTo(printed.toByteArray());
    }

    @Test
    void a_use_is_out_of_date_when_what_it_refers_to_moves_and_stays_as_it_was_assessed() {
        registry.importRecords(Examples.files());
        AssessmentLine line = assessments.assess(Kind.USE, "meeting-notes");
        byte[] before = assessments.json(Kind.USE, "meeting-notes", line.number());
        assertThat(assessments.movedSince(line)).isEmpty();
        int revision = registry.service("example-meeting-assistant").head().pin().number();
        registry.importRecords(List.of(Examples.changed("service-meeting-assistant", "[IE, US]", "[IE]")));
        assertThat(assessments.movedSince(line)).containsExactly(new Moved("assessment.moved.service", List.of("example-meeting-assistant", revision, revision + 1)));
        assertThat(assessments.json(Kind.USE, "meeting-notes", line.number())).isEqualTo(before);
        assertThat(assessments.byNumber(Kind.USE, "meeting-notes", line.number()).subject().facts().get("service.data_location").claim().value())
                .isEqualTo(new FactValue.Items(List.of("IE", "US")));
        registry.importRecords(Examples.files());
    }

    @Test
    void a_use_and_a_model_of_one_slug_share_numbers_and_nothing_else() {
        registry.importRecords(List.of(new Source("use.yaml", "slug: olmo-3-32b\nname: A use\nfacts: {use.purpose: p}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        int model = assessments.assess("olmo-3-32b").number();
        int use = assessments.assess(Kind.USE, "olmo-3-32b").number();
        assertThat(use).isEqualTo(model + 1);
        assertThat(assessments.all(Kind.USE, "olmo-3-32b")).extracting(AssessmentLine::number).contains(use).doesNotContain(model);
        assertThat(assessments.latest("olmo-3-32b")).hasValueSatisfying(latest -> assertThat(latest.number()).isEqualTo(model));
        assertThatThrownBy(() -> assessments.byNumber("olmo-3-32b", use)).isInstanceOf(NoSuchAssessment.class);
        assertThat(assessments.latestOfAll()).filteredOn(line -> line.slug().equals("olmo-3-32b")).extracting(AssessmentLine::kind).containsExactly(Kind.MODEL);
    }

    @Test
    void the_organisation_is_assessed_by_itself_and_a_service_is_not() {
        registry.importRecords(Examples.files());
        AssessmentLine line = assessments.assess(Kind.ORGANISATION, "example-company");
        assertThat(assessments.byNumber(Kind.ORGANISATION, "example-company", line.number()).pins()).hasSize(1);
        assertThat(trail.newestFirst(new AuditFilter("assessment", "example-company"), Long.MAX_VALUE, 1).getFirst().action()).isEqualTo("organisation.assessed");
        assertThatThrownBy(() -> assessments.assess(Kind.SERVICE, "example-union-cloud")).isInstanceOf(IllegalArgumentException.class);
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM audit_event").query(Long.class).single();
    }

    @Test
    void a_model_that_is_not_there_is_not_assessed() {
        assertThatThrownBy(() -> assessments.assess("nobody")).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void a_number_that_is_not_there_is_said_to_be_missing() {
        assertThatThrownBy(() -> assessments.byNumber("phi-4", 99999)).isInstanceOf(NoSuchAssessment.class).hasMessageContaining("99999");
    }

    @Test
    void neither_auditor_nor_administrator_nor_procurement_can_assess() {
        people.actAs(people.with(Role.AUDITOR, Role.ADMINISTRATOR, Role.PROCUREMENT, Role.POLICY_AUTHOR));
        assertThatThrownBy(() -> assessments.assess("phi-4")).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobody_reads_an_assessment_without_signing_in() {
        SecurityContextHolder.clearContext();
        assertThatThrownBy(() -> assessments.latest("phi-4")).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void the_counts_over_all_models_are_those_of_their_newest_assessments() {
        assessments.assess("phi-4");
        int duties = policies.current().policies().stream().filter(policy -> policy.role() == eu.vitrine.policy.Policy.Role.DUTY)
                .mapToInt(policy -> assessments.latestFindings(policy.id()).size()).sum();
        assertThat(assessments.outcomes().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(duties);
        assertThat(assessments.latestFindings("AIA-53-1-d")).hasSameSizeAs(assessments.latestOfAll());
        assertThat(assessments.openFacts(3)).hasSize(3).allSatisfy(fact -> assertThat(fact.models()).isPositive());
    }
}

package eu.vitrine.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.assessment.Assessments;
import eu.vitrine.assessment.Catalogue;
import eu.vitrine.assessment.NoSuchAssessment;
import eu.vitrine.assessment.OwnServerTest;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.registry.ModelRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import org.springframework.security.core.context.SecurityContextHolder;

@OwnServerTest
class DossiersTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Assessments assessments;

    @Autowired
    private ModelRegistry registry;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private eu.vitrine.TestClock clock;

    @LocalServerPort
    private int port;

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
    void a_second_download_gives_the_very_same_file_even_when_clock_and_record_have_moved() {
        int number = assessments.assess("pharia-1-llm-7b-control").number();
        IssuedDossier first = dossiers.download("pharia-1-llm-7b-control", number);
        clock.moveBy(Duration.ofSeconds(5));
        registry.importRecords(List.of(Catalogue.changed("pharia-1-llm-7b-control", "schema_version: 2\nslug: pharia-1-llm-7b-control\nname: ", "schema_version: 2\nslug: pharia-1-llm-7b-control\nname: New ")));
        IssuedDossier second = dossiers.download("pharia-1-llm-7b-control", number);
        assertThat(second.file()).isEqualTo(first.file());
        assertThat(second.about()).isEqualTo(first.about());
        assertThat(new String(first.file(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void issuing_and_downloading_leave_events_with_the_hash_of_the_file() {
        int number = assessments.assess("eurollm-22b").number();
        IssuedDossier issued = dossiers.download("eurollm-22b", number);
        dossiers.download("eurollm-22b", number);
        var events = trail.newestFirst(new AuditFilter("dossier", "eurollm-22b"), Long.MAX_VALUE, 2);
        assertThat(events).extracting(event -> event.action()).containsExactly("dossier.downloaded", "dossier.issued");
        assertThat(events).allSatisfy(event -> assertThat(event.canonical()).contains(issued.about().sha256()));
    }

    @Test
    void of_several_first_downloads_at_once_one_file_is_issued() throws Exception {
        int number = assessments.assess("mistral-small-3-2").number();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var tasks = IntStream.range(0, 3).<Callable<IssuedDossier>>mapToObj(i -> new DelegatingSecurityContextCallable<>(
                    () -> dossiers.download("mistral-small-3-2", number), SecurityContextHolder.getContext())).toList();
            var hashes = new java.util.HashSet<String>();
            for (var done : threads.invokeAll(tasks)) {
                hashes.add(done.get().about().sha256());
            }
            assertThat(hashes).hasSize(1);
        }
    }

    @Test
    void a_kept_file_that_was_changed_is_not_handed_out() {
        int number = assessments.assess("openai-o1").number();
        byte[] file = dossiers.download("openai-o1", number).file();
        byte[] altered = file.clone();
        altered[altered.length - 20] ^= 1;
        jdbc.sql("UPDATE issued_dossier SET file = ? WHERE model_slug = 'openai-o1' AND number = ?").params(altered, number).update();
        assertThatThrownBy(() -> dossiers.download("openai-o1", number)).isInstanceOf(DossierAltered.class);
        jdbc.sql("UPDATE issued_dossier SET file = ? WHERE model_slug = 'openai-o1' AND number = ?").params(file, number).update();
    }

    @Test
    void there_is_no_dossier_without_an_assessment() {
        assertThatThrownBy(() -> dossiers.download("openai-o1", 4711)).isInstanceOf(NoSuchAssessment.class);
    }

    @Test
    void procurement_and_administrators_cannot_download_a_dossier() {
        int number = assessments.assess("claude-opus-4-5").number();
        people.actAs(people.with(Role.PROCUREMENT, Role.ADMINISTRATOR, Role.POLICY_AUTHOR));
        assertThatThrownBy(() -> dossiers.download("claude-opus-4-5", number)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void the_file_comes_as_an_attachment_and_the_page_then_shows_its_hash_and_size() {
        var officer = people.signedIn(port, people.with(Role.OFFICER));
        int number = assessments.assess("qwen2-5-72b-instruct").number();
        var answer = officer.get("/models/qwen2-5-72b-instruct/assessments/" + number + "/dossier.pdf");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"qwen2-5-72b-instruct-assessment-" + number + ".pdf\"");
        IssuedDossier issued = dossiers.download("qwen2-5-72b-instruct", number);
        assertThat(officer.get("/models/qwen2-5-72b-instruct").body()).contains(issued.about().sha256(), issued.about().kilobytes() + " kB");
        assertThat(officer.get("/api/v1/models/qwen2-5-72b-instruct/assessments/" + number + "/dossier.pdf").headers().firstValue("ETag"))
                .hasValue("\"" + issued.about().sha256() + "\"");
    }
}

package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.audit.Actor;
import eu.vitrine.audit.AuditFilter;
import eu.vitrine.audit.AuditTrail;
import eu.vitrine.audit.ChainCheck;
import eu.vitrine.exchange.RecordFile;
import eu.vitrine.exchange.Source;
import eu.vitrine.exchange.Subjects;
import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Sha256;
import eu.vitrine.facts.Subject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** What the registry must keep on every database the product runs on. */
abstract class StorageContract {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 25);
    /** Slug of the one organisation of these tests. */
    private static final String OURSELVES = "we";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ModelRegistry registry;

    @Autowired
    private Records kept;

    @Autowired
    private StarterCatalogue starter;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private People.Person officer;

    @BeforeEach
    void an_officer_acts() {
        var people = new People(context);
        officer = people.with(Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR);
        people.actAs(officer);
    }

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_first_start_has_loaded_every_record_of_the_catalogue_once() {
        for (RecordFile file : Shipped.RECORDS) {
            assertThat(registry.revisions(Kind.MODEL, file.slug())).as(file.slug()).singleElement()
                    .matches(revision -> revision.by().equals(Actor.SYSTEM) && revision.origin() == Revision.Origin.STARTER_CATALOGUE);
        }
        assertThat(starter.load()).isZero();
    }

    @Test
    void each_revision_of_the_starter_catalogue_has_its_audit_event() {
        var events = trail.newestFirst(new AuditFilter("model", "deepseek-r1"), Long.MAX_VALUE, 10);
        assertThat(events).filteredOn(event -> event.action().equals("model.registered")).singleElement().matches(event -> event.actor().equals(Actor.SYSTEM));
        assertThat(events.getFirst().canonical()).contains(registry.model("deepseek-r1").head().pin().sha256());
    }

    @Test
    void every_record_comes_out_with_the_canonical_bytes_it_went_in_with() {
        for (RecordFile file : Shipped.RECORDS) {
            RecordFile kept = registry.record(file.slug());
            assertThat(new String(kept.canonical(), StandardCharsets.UTF_8)).as(file.slug()).isEqualTo(new String(file.canonical(), StandardCharsets.UTF_8));
            assertThat(kept).isEqualTo(file);
        }
    }

    @Test
    void a_pinned_subject_is_the_one_that_the_command_line_builds() {
        List<Subject> expected = Subjects.of(Shipped.RECORDS);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(registry.pin(Shipped.RECORDS.get(i).slug()).subject()).isEqualTo(expected.get(i));
        }
    }

    @Test
    void a_pinned_subject_gives_the_findings_that_the_command_line_gives() {
        for (Subject subject : Subjects.of(Shipped.RECORDS)) {
            assertThat(Shipped.POLICIES.evaluate(registry.pin(subject.slug()).subject(), AS_OF)).as(subject.slug())
                    .isEqualTo(Shipped.POLICIES.evaluate(subject, AS_OF));
        }
    }

    @Test
    void every_pin_names_bytes_that_are_kept_and_hash_to_it() {
        for (RecordFile file : Shipped.RECORDS) {
            for (RevisionPin pin : registry.pin(file.slug()).pins()) {
                assertThat(pin.isNone()).as(pin.toString()).isFalse();
                assertThat(registry.canonical(pin)).hasValueSatisfying(bytes -> assertThat(Sha256.of(bytes)).isEqualTo(pin.sha256()));
            }
        }
    }

    @Test
    void saving_equal_content_again_makes_no_revision_and_no_event() {
        long events = events();
        assertThat(registry.importRecords(Shipped.FILES)).isEmpty();
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void a_changed_record_gets_the_next_number_and_the_one_before_stays_as_it_was() {
        String slug = slug();
        var first = registry.importRecords(List.of(model(slug, "one"))).getFirst();
        byte[] before = registry.canonical(first).orElseThrow();
        var second = registry.importRecords(List.of(model(slug, "two"))).getFirst();
        assertThat(second.number()).isEqualTo(2);
        assertThat(registry.canonical(first)).contains(before);
        assertThat(new String(before, StandardCharsets.UTF_8)).contains("\"one\"").doesNotContain("\"two\"");
        assertThat(registry.revisions(Kind.MODEL, slug)).extracting(Revision::pin).containsExactly(second, first);
    }

    @Test
    void an_import_stands_in_the_audit_log_under_the_person_who_made_it() {
        String slug = slug();
        registry.importRecords(List.of(model(slug, "one")));
        registry.importRecords(List.of(model(slug, "two")));
        var events = trail.newestFirst(new AuditFilter("model", slug), Long.MAX_VALUE, 10);
        assertThat(events).extracting(event -> event.action()).containsExactly("model.revised", "model.registered");
        assertThat(events).allMatch(event -> event.actor().id().equals(officer.id().toString()));
        assertThat(events).extracting(event -> event.object().revision()).containsExactly(2L, 1L);
    }

    @Test
    void a_revision_vanishes_with_the_event_of_its_transaction() {
        String slug = slug();
        long before = events();
        transactions.executeWithoutResult(status -> {
            registry.importRecords(List.of(model(slug, "one")));
            status.setRollbackOnly();
        });
        assertThat(events()).isEqualTo(before);
        assertThatThrownBy(() -> registry.model(slug)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void nothing_is_saved_if_the_audit_log_cannot_record_it() {
        String slug = slug();
        jdbc.sql("UPDATE audit_head SET seq = seq - 1").update(); // the next event collides with the last one
        try {
            assertThatThrownBy(() -> registry.importRecords(List.of(model(slug, "one")))).isInstanceOf(DuplicateKeyException.class);
        } finally {
            jdbc.sql("UPDATE audit_head SET seq = seq + 1").update();
        }
        assertThatThrownBy(() -> registry.model(slug)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void a_pin_moves_when_its_record_gets_a_revision_and_only_then() {
        String slug = slug();
        registry.importRecords(List.of(model(slug, "one")));
        var pins = registry.pin(slug).pins();
        assertThat(registry.moved(pins)).isEmpty();
        registry.importRecords(List.of(model(slug, "one")));
        assertThat(registry.moved(pins)).isEmpty();
        registry.importRecords(List.of(model(slug, "two")));
        assertThat(registry.moved(pins)).singleElement().matches(moved -> moved.pinned().number() == 1 && moved.now().number() == 2);
    }

    @Test
    void a_lifecycle_root_that_was_missing_moves_the_pins_when_it_appears() {
        String root = slug();
        String slug = slug();
        registry.importRecords(List.of(file(slug, "model:\n  lifecycle_of: {value: " + root + "}\n")));
        var pinned = registry.pin(slug);
        assertThat(pinned.subject().lifecycle()).isNull();
        registry.importRecords(List.of(model(root, "one")));
        assertThat(registry.moved(pinned.pins())).isNotEmpty();
        assertThat(registry.pin(slug).subject().lifecycle()).isNotNull();
    }

    @Test
    void what_is_true_of_a_provider_is_entered_once_and_seen_from_each_of_its_models() {
        assertThat(registry.revisions(Kind.PROVIDER, "openai")).hasSize(1);
        assertThat(registry.provider("openai").models()).extracting(RecordName::slug).containsExactly("gpt-5", "gpt-oss-120b", "openai-o1");
        String first = slug();
        String second = slug();
        String provider = slug();
        registry.importRecords(List.of(of(first, provider, "FR"), of(second, provider, "FR")));
        registry.importRecords(List.of(of(second, provider, "DE")));
        assertThat(new String(registry.record(first).canonical(), StandardCharsets.UTF_8)).contains("\"DE\"");
        assertThat(registry.revisions(Kind.MODEL, first)).hasSize(1);
    }

    @Test
    void two_files_that_disagree_about_a_provider_are_refused_together() {
        String slug = slug();
        String provider = slug();
        assertThatThrownBy(() -> registry.importRecords(List.of(of(slug, provider, "FR"), of(slug(), provider, "DE"))))
                .isInstanceOf(InvalidFile.class).hasMessageContaining(provider);
        assertThatThrownBy(() -> registry.model(slug)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void what_a_licence_covers_belongs_to_the_model_and_not_to_the_licence() {
        assertThat(registry.revisions(Kind.LICENCE, "mit")).hasSize(1);
        assertThat(registry.licence("mit").facts().get(Content.ARTEFACTS)).isEqualTo(Fact.unknown(Content.ARTEFACTS));
        assertThat(registry.model("deepseek-r1").licenceOfWeights()).hasValueSatisfying(licence -> assertThat(licence.slug()).isEqualTo("mit"));
    }

    @Test
    void a_file_of_one_licence_becomes_that_licence_and_says_the_same_again() {
        String slug = slug();
        var file = new Source(slug, ("slug: " + slug + "\nname: A text\nlicence:\n  grants:\n    use: {value: true, note: section 2}\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(registry.importRecords(List.of(file))).singleElement().satisfies(pin -> assertThat(pin.kind()).isEqualTo(Kind.LICENCE));
        PartRecord kept = registry.licence(slug);
        assertThat(kept.name()).isEqualTo("A text");
        assertThat(kept.facts().get("licence.grants.use").claim().note()).isEqualTo("section 2");
        assertThat(registry.importRecords(List.of(file))).isEmpty();
    }

    @Test
    void records_of_all_six_kinds_are_kept() {
        for (Map.Entry<Kind, String> fact : Map.of(Kind.PROVIDER, "provider.country: FR", Kind.LICENCE, "licence.id: X-1", Kind.SERVICE,
                "service.operator: Someone", Kind.USE, "use.purpose: summaries", Kind.ORGANISATION, "organisation.country: FR").entrySet()) {
            String slug = fact.getKey() == Kind.ORGANISATION ? OURSELVES : slug();
            var pins = registry.importRecords(List.of(new Source(slug, ("slug: " + slug + "\nname: A name " + slug() + "\nfacts: {" + fact.getValue() + "}\n").getBytes(StandardCharsets.UTF_8))));
            assertThat(pins).singleElement().matches(pin -> pin.kind() == fact.getKey());
            assertThat(registry.revisions(fact.getKey(), slug)).first().matches(revision -> revision.pin().equals(pins.getFirst()));
        }
        assertThat(registry.all(Kind.MODEL)).hasSizeGreaterThanOrEqualTo(28);
    }

    @Test
    void a_use_reads_its_model_its_service_with_the_models_inside_and_the_organisation() {
        registry.importRecords(List.of(scenario(OURSELVES, "organisation.country: FR")));
        String service = slug();
        String use = slug();
        registry.importRecords(List.of(scenario(service, "service.models: [phi-4, nobody-knows-it]"), scenario(use, "use.service: " + service)));
        var pinned = registry.pin(Kind.USE, use);
        assertThat(pinned.pins()).extracting(pin -> pin.kind().code() + " " + pin.slug() + (pin.isNone() ? " none" : ""))
                .startsWith("use " + use, "service " + service, "model phi-4").contains("provider microsoft", "model nobody-knows-it none", "organisation " + OURSELVES);
        assertThat(pinned.subject().stated()).containsExactly(Kind.USE);
        assertThat(pinned.subject().facts().get("organisation.country").claim().value()).isEqualTo(new FactValue.Text("FR"));
        assertThat(pinned.subject()).isEqualTo(Subjects.of(pinned.files()).getFirst());
    }

    @Test
    void a_subject_is_gathered_as_if_another_record_said_something_else_and_nothing_is_saved() {
        String slug = slug();
        String provider = slug();
        registry.importRecords(List.of(of(slug, provider, "FR")));
        RecordFile german = RecordFile.of(Kind.PROVIDER, provider, "P", eu.vitrine.facts.Facts.of(List.of(
                new Fact("provider.country", eu.vitrine.facts.Claim.of(new FactValue.Text("DE")), List.of()))));
        Subject supposed = registry.supposing(Kind.MODEL, slug, Kind.PROVIDER, german);
        assertThat(supposed.facts().get("provider.country").claim().value()).isEqualTo(new FactValue.Text("DE"));
        assertThat(registry.pin(slug).subject().facts().get("provider.country").claim().value()).isEqualTo(new FactValue.Text("FR"));
        assertThat(registry.revisions(Kind.PROVIDER, provider)).hasSize(1);
        assertThat(registry.supposing(Kind.MODEL, slug, Kind.PROVIDER, kept.head(Kind.PROVIDER, provider).file())).isEqualTo(registry.pin(slug).subject());
    }

    @Test
    void what_a_use_refers_to_moves_its_pins_when_it_changes_or_appears() {
        String model = slug();
        String service = slug();
        String use = slug();
        registry.importRecords(List.of(scenario(use, "use.model: " + model + ", use.service: " + service)));
        var pins = registry.pin(Kind.USE, use).pins();
        assertThat(registry.moved(pins)).isEmpty();
        registry.importRecords(List.of(model(model, "one"), scenario(service, "service.operator: Someone")));
        assertThat(registry.moved(pins)).extracting(moved -> moved.pinned().slug()).containsExactlyInAnyOrder(model, service);
        var later = registry.pin(Kind.USE, use).pins();
        registry.importRecords(List.of(model(model, "two")));
        assertThat(registry.moved(later)).singleElement().matches(moved -> moved.now().number() == 2);
    }

    @Test
    void uses_are_found_by_the_model_they_name_and_by_the_service_that_offers_it() {
        String service = slug();
        String direct = slug();
        String through = slug();
        String other = slug();
        registry.importRecords(List.of(scenario(service, "service.models: [lucie-7b]"), scenario(direct, "use.model: lucie-7b"),
                scenario(through, "use.service: " + service), scenario(other, "use.model: phi-4, use.service: " + service)));
        assertThat(registry.usesOf(Kind.MODEL, "lucie-7b")).extracting(RecordName::slug).contains(direct, through).doesNotContain(other);
        assertThat(registry.usesOf(Kind.SERVICE, service)).extracting(RecordName::slug).containsExactlyInAnyOrder(through, other);
        assertThat(registry.service(service).models()).isEmpty();
    }

    @Test
    void a_use_that_no_longer_names_a_model_is_no_longer_a_use_of_it() {
        String use = slug();
        registry.importRecords(List.of(scenario(use, "use.model: apertus-70b")));
        assertThat(registry.usesOf(Kind.MODEL, "apertus-70b")).extracting(RecordName::slug).contains(use);
        registry.importRecords(List.of(scenario(use, "use.model: eurollm-22b")));
        assertThat(registry.usesOf(Kind.MODEL, "apertus-70b")).extracting(RecordName::slug).doesNotContain(use);
    }

    @Test
    void there_is_one_organisation() {
        registry.importRecords(List.of(scenario(OURSELVES, "organisation.country: FR")));
        String other = slug();
        assertThatThrownBy(() -> registry.importRecords(List.of(scenario(other, "organisation.country: DE")))).isInstanceOf(InvalidFile.class)
                .hasMessageContaining("one organisation").hasMessageContaining(OURSELVES);
        assertThat(registry.organisation()).hasValueSatisfying(organisation -> assertThat(organisation.slug()).isEqualTo(OURSELVES));
    }

    @Test
    void a_file_of_several_kinds_is_refused_with_each_of_them_named() {
        assertThatThrownBy(() -> registry.importRecords(List.of(scenario(slug(), "use.purpose: p, service.operator: o, organisation.country: FR"))))
                .isInstanceOf(InvalidFile.class).hasMessageContaining("service, use and organisation").hasMessageContaining("service.* in one, use.* in one, organisation.* in another");
    }

    @Test
    void an_index_built_anew_is_the_one_that_was_thrown_away() {
        List<Map<String, Object>> before = index();
        registry.rebuildIndex();
        assertThat(index()).isEqualTo(before);
    }

    @Test
    void of_saves_at_once_each_that_was_acknowledged_is_kept() throws Exception {
        String slug = slug();
        registry.importRecords(List.of(model(slug, "first")));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var saves = IntStream.range(0, 12).<Callable<List<RevisionPin>>>mapToObj(i -> () -> {
                new People(context).actAs(officer);
                return registry.importRecords(List.of(model(slug, "v" + i)));
            }).toList();
            var acknowledged = new ArrayList<RevisionPin>();
            for (var save : threads.invokeAll(saves)) {
                try {
                    acknowledged.addAll(save.get());
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(ConcurrencyFailureException.class);
                }
            }
            assertThat(acknowledged).isNotEmpty();
            assertThat(registry.revisions(Kind.MODEL, slug)).extracting(Revision::pin).containsAll(acknowledged).hasSize(acknowledged.size() + 1);
        }
        assertThat(trail.check()).isInstanceOf(ChainCheck.Intact.class);
    }

    private List<Map<String, Object>> index() {
        var rows = new ArrayList<Map<String, Object>>();
        for (String rowsOf : List.of("record_id, kind, slug, name, sort_name, changed_at, unit FROM registry_line ORDER BY 1",
                "record_id, kind, fact_id, position, term FROM registry_head ORDER BY 1, 3, 4, 5",
                "record_id, kind, fact_id, low, high FROM registry_figure ORDER BY 1, 3, 4, 5",
                "record_id, kind, source, standing, word FROM registry_word ORDER BY 1, 3, 4, 5")) {
            rows.addAll(jdbc.sql("SELECT " + rowsOf).query().listOfRows());
        }
        return rows;
    }

    private long events() {
        return jdbc.sql("SELECT count(*) FROM audit_event").query(Long.class).single();
    }

    private static String slug() {
        return "trial-" + COUNT.incrementAndGet();
    }

    private static Source scenario(String slug, String facts) {
        return new Source(slug + ".yaml", ("slug: " + slug + "\nname: " + slug + "\nfacts: {" + facts + "}\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Source model(String slug, String version) {
        return file(slug, "version: " + version + "\n");
    }

    private static Source of(String slug, String provider, String country) {
        return file(slug, "provider: {slug: " + provider + ", country: {value: " + country + "}}\n");
    }

    private static Source file(String slug, String rest) {
        return new Source(slug + ".yaml", ("schema_version: 2\nslug: " + slug + "\nname: " + slug + "\n" + rest).getBytes(StandardCharsets.UTF_8));
    }

    private RecordFile provider(String slug, String name) {
        var country = new Fact("provider.country", Claim.of(new FactValue.Text("NO")), List.of());
        return RecordFile.of(Kind.PROVIDER, slug, name, Facts.of(List.of(country)));
    }

    @Test
    void a_change_that_rests_on_an_older_revision_is_refused_and_says_who_came_first() {
        String slug = "race-" + COUNT.incrementAndGet();
        kept.save(new Saving(Kind.PROVIDER, provider(slug, "First"), 0), Revision.Origin.FORM, null);
        kept.save(new Saving(Kind.PROVIDER, provider(slug, "Second"), 1), Revision.Origin.FORM, "renamed");
        assertThatThrownBy(() -> kept.save(new Saving(Kind.PROVIDER, provider(slug, "Mine"), 1), Revision.Origin.FORM, null))
                .isInstanceOfSatisfying(StaleRevision.class, stale -> assertThat(stale.present().pin().number()).isEqualTo(2));
        assertThatThrownBy(() -> kept.save(new Saving(Kind.PROVIDER, provider(slug, "Mine"), 0), Revision.Origin.FORM, null))
                .isInstanceOf(StaleRevision.class);
        assertThat(kept.head(Kind.PROVIDER, slug).file().name()).isEqualTo("Second");
    }

    @Test
    void what_an_earlier_revision_said_comes_back_as_a_new_revision_with_the_same_bytes() {
        String slug = "back-" + COUNT.incrementAndGet();
        RevisionPin first = kept.save(new Saving(Kind.PROVIDER, provider(slug, "First"), 0), Revision.Origin.FORM, null).orElseThrow();
        kept.save(new Saving(Kind.PROVIDER, provider(slug, "Second"), 1), Revision.Origin.FORM, null);
        RevisionPin restored = kept.restore(Kind.PROVIDER, slug, 1, 2, "the rename was wrong").orElseThrow();
        assertThat(restored.number()).isEqualTo(3);
        assertThat(restored.sha256()).isEqualTo(first.sha256());
        assertThat(registry.revisions(Kind.PROVIDER, slug)).extracting(Revision::origin)
                .containsExactly(Revision.Origin.RESTORE, Revision.Origin.FORM, Revision.Origin.FORM);
    }

    @Test
    void each_fact_knows_the_revision_that_last_changed_it() {
        String slug = "whence-" + COUNT.incrementAndGet();
        RecordFile first = provider(slug, "First");
        kept.save(new Saving(Kind.PROVIDER, first, 0), Revision.Origin.IMPORT, null);
        var brand = new Fact("provider.brand", Claim.of(new FactValue.Text("B")), List.of());
        var both = Facts.of(List.of(first.factsOf(Kind.PROVIDER).all().iterator().next(), brand));
        kept.save(new Saving(Kind.PROVIDER, first.withFacts(Kind.PROVIDER, both), 1), Revision.Origin.FORM, null);
        var whence = kept.provenance(Kind.PROVIDER, slug);
        assertThat(whence.get("provider.country").pin().number()).isEqualTo(1);
        assertThat(whence.get("provider.country").origin().confirms()).isFalse();
        assertThat(whence.get("provider.brand").pin().number()).isEqualTo(2);
        assertThat(whence.get("provider.brand").origin().confirms()).isTrue();
    }

    @Test
    void a_model_that_names_an_unknown_provider_is_refused_and_one_saved_with_it_is_kept() {
        String slug = "refers-" + COUNT.incrementAndGet();
        RecordFile model = RecordFile.ofModel(slug, "A model", "1", null).from(slug + "-maker", List.of(), List.of());
        assertThatThrownBy(() -> kept.save(new Saving(Kind.MODEL, model, 0), Revision.Origin.FORM, null))
                .isInstanceOf(UnknownReference.class).hasMessageContaining(slug + "-maker");
        assertThat(kept.find(Kind.MODEL, slug)).isEmpty();
        kept.saveAll(List.of(new Saving(Kind.PROVIDER, provider(slug + "-maker", "Maker"), 0), new Saving(Kind.MODEL, model, 0)),
                Revision.Origin.FORM, null);
        assertThat(kept.head(Kind.MODEL, slug).file()).isEqualTo(model);
        assertThat(registry.pin(slug).subject().name()).isEqualTo("A model");
    }

    @Test
    void bytes_that_a_fact_refers_to_must_be_in_the_archive_and_are_never_removed_from_it() {
        String slug = "shown-" + COUNT.incrementAndGet();
        byte[] page = ("Imprint of " + slug).getBytes(StandardCharsets.UTF_8);
        Fact country = provider(slug, "x").factsOf(Kind.PROVIDER).all().iterator().next();
        Fact shown = new Fact(country.id(), country.claim().with(List.of(Sha256.of(page))), List.of());
        RecordFile record = provider(slug, "Shown").withFacts(Kind.PROVIDER, Facts.of(List.of(shown)));
        assertThatThrownBy(() -> kept.save(new Saving(Kind.PROVIDER, record, 0), Revision.Origin.FORM, null))
                .isInstanceOf(eu.vitrine.evidence.NoSuchEvidence.class);
        assertThat(kept.find(Kind.PROVIDER, slug)).isEmpty();
        eu.vitrine.evidence.Evidence evidence = context.getBean(eu.vitrine.evidence.Evidence.class);
        evidence.upload("Imprint", "", "imprint.txt", new java.io.ByteArrayInputStream(page));
        kept.save(new Saving(Kind.PROVIDER, record, 0), Revision.Origin.FORM, null);
        kept.save(new Saving(Kind.PROVIDER, provider(slug, "No longer shown"), 1), Revision.Origin.FORM, null);
        assertThat(evidence.places(Sha256.of(page))).singleElement().satisfies(place -> assertThat(place.path()).isEqualTo("/providers/" + slug));
        People administrators = new People(context);
        administrators.actAs(administrators.with(Role.ADMINISTRATOR, Role.OFFICER));
        assertThatThrownBy(() -> evidence.remove(evidence.find(Sha256.of(page)).orElseThrow().id(), "not needed"))
                .as("an earlier revision refers to it").isInstanceOf(eu.vitrine.evidence.EvidenceRefused.class);
    }
}

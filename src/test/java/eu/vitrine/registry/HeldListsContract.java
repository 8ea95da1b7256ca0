package eu.vitrine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.access.People;
import eu.vitrine.access.Role;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** That lists held in memory are those of the database, on every database the product runs on. */
abstract class HeldListsContract {

    private static final String WORD = "zvqheld";
    private static final List<String> ORDERS = List.of("name", "changed", "model.architecture.context_tokens");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ModelRegistry registry;

    @Autowired
    private Records records;

    @Autowired
    private HeldLists held;

    @Autowired
    private ListClock clock;

    @Autowired
    private VisibleRecords visible;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private People.Person officer;

    @BeforeEach
    void somebody_saves() {
        officer = new People(context).with(Role.OFFICER, Role.ADMINISTRATOR);
        new People(context).actAs(officer);
    }

    @AfterEach
    void nobody_saves() {
        SecurityContextHolder.clearContext();
    }

    private static Source model(String slug, Random random) {
        return model(slug, WORD + "-by-" + random.nextInt(2), random);
    }

    private static Source model(String slug, String provider, Random random) {
        String text = "schema_version: 2\nslug: " + slug + "\nname: \"" + WORD + " " + List.of("Alpha", "alpha", "Épsilon", "omega").get(random.nextInt(4)) + "\"\n"
                + "provider: {slug: " + provider + ", country: {value: " + List.of("FO", "GL", "SM").get(random.nextInt(3)) + "}}\nmodel:\n"
                + "  generality: {value: broad}\n  openness: {weights: {value: " + List.of("open", "closed").get(random.nextInt(2)) + "}}\n"
                + (random.nextBoolean() ? "" : "  architecture: {context_tokens: {value: " + (1 + random.nextInt(3)) + "}}\n");
        return new Source(slug + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<RecordSearch> searches() {
        var searches = new ArrayList<RecordSearch>();
        for (String by : ORDERS) {
            for (boolean descending : new boolean[] {false, true}) {
                var order = new ListOrder(by, descending);
                searches.add(RecordSearch.words(Kind.MODEL, WORD).withOrder(order));
                searches.add(RecordSearch.all(Kind.MODEL).withOrder(order));
                searches.add(RecordSearch.words(Kind.MODEL, WORD + " alpha").with(List.of(Wanted.of("model.openness.weights", List.of("open")))).withOrder(order));
                searches.add(RecordSearch.all(Kind.MODEL).with(List.of(Wanted.of("provider.country", List.of("FO", "SM")))).withOrder(order));
                searches.add(RecordSearch.all(Kind.MODEL).withOrder(order)
                        .with(List.of(new Wanted("model.architecture.context_tokens", List.of(), 2.0, null, false, true))));
            }
        }
        return searches;
    }

    private List<String> listed(HeldLists lists, RecordSearch search) {
        return new RecordQuery(lists, visible).prepare(search).lines(null, false, Integer.MAX_VALUE).stream().map(line -> line.slug() + " " + line.name()).toList();
    }

    private List<String> held(RecordSearch search) {
        return listed(held, search);
    }

    private void agree(String after) {
        var anew = new HeldLists(jdbc, clock); // as of a node that has just been started
        for (RecordSearch search : searches()) {
            assertThat(held(search)).as(after + ", " + search.order().code()).isEqualTo(listed(anew, search));
        }
    }

    @Test
    void after_any_save_each_list_is_what_a_node_that_starts_now_reads() {
        var random = new Random(11);
        for (int round = 0; round < 25; round++) {
            registry.importRecords(List.of(model(WORD + "-" + random.nextInt(20), random)));
            agree("save " + round);
        }
        assertThat(held(RecordSearch.words(Kind.MODEL, WORD))).hasSizeGreaterThan(10);
    }

    @Test
    void who_saves_sees_it_at_once_and_others_only_once_it_is_stored() {
        var search = RecordSearch.words(Kind.MODEL, WORD + "taken");
        transactions.executeWithoutResult(status -> {
            held(search);
            registry.importRecords(List.of(new Source("a.yaml", ("schema_version: 2\nslug: " + WORD + "taken\nname: " + WORD
                    + "taken\nprovider: {slug: " + WORD + "-by-0}\n").getBytes(StandardCharsets.UTF_8))));
            assertThat(held(search)).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(held(search)).isEmpty();
        agree("a save that was taken back");
    }

    @Test
    void a_record_that_moves_to_another_unit_leaves_the_lists_of_others() {
        registry.importRecords(List.of(model(WORD + "-moved", new Random(1))));
        var all = RecordSearch.words(Kind.MODEL, WORD);
        assertThat(held.of(Kind.MODEL).records()).filteredOn(record -> record.slug().equals(WORD + "-moved")).extracting(Held::unit).containsExactly((String) null);
        jdbc.sql("INSERT INTO unit (slug, name, created_at) SELECT 'zvq', 'Zvq', CURRENT_TIMESTAMP WHERE NOT EXISTS (SELECT 1 FROM unit WHERE slug = 'zvq')").update();
        records.moveTo(Kind.MODEL, WORD + "-moved", "zvq");
        held(all);
        assertThat(held.of(Kind.MODEL).records()).filteredOn(record -> record.slug().equals(WORD + "-moved")).extracting(Held::unit).containsExactly("zvq");
    }

    @Test
    void what_several_save_at_once_is_in_the_lists_of_those_who_read_meanwhile() throws Exception {
        var over = new AtomicBoolean();
        var search = RecordSearch.words(Kind.MODEL, WORD);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var reader = threads.submit(() -> {
                new People(context).actAs(officer);
                int reads = 0;
                while (!over.get()) {
                    held(search);
                    reads++;
                }
                return reads;
            });
            var saves = IntStream.range(0, 3).<Callable<Void>>mapToObj(thread -> () -> {
                new People(context).actAs(officer);
                var random = new Random(thread);
                for (int i = 0; i < 8; i++) {
                    registry.importRecords(List.of(model(WORD + "-at-once-" + thread + "-" + i % 4, WORD + "-by-thread-" + thread, random)));
                }
                return null;
            }).toList();
            var done = threads.invokeAll(saves);
            over.set(true);
            for (var save : done) {
                save.get();
            }
            assertThat(reader.get()).isPositive();
        }
        agree("saves at once");
        assertThat(held(search)).filteredOn(line -> line.startsWith(WORD + "-at-once")).hasSize(12);
    }

    @Test
    void ticks_too_old_to_be_relied_on_and_an_index_built_anew_are_read_whole() {
        registry.importRecords(List.of(model(WORD + "-old", new Random(2))));
        held(RecordSearch.all(Kind.MODEL));
        jdbc.sql("DELETE FROM registry_list_change").update();
        jdbc.sql("UPDATE registry_line SET name = 'zvqbehind' WHERE slug = :slug").param("slug", WORD + "-old").update();
        jdbc.sql("UPDATE registry_list_clock SET tick = tick + 1500").update();
        assertThat(held(RecordSearch.all(Kind.MODEL))).contains(WORD + "-old zvqbehind");
        registry.rebuildIndex();
        assertThat(held(RecordSearch.all(Kind.MODEL))).doesNotContain(WORD + "-old zvqbehind");
        agree("an index built anew");
    }

    @Test
    void changes_are_kept_for_a_limited_number_of_ticks() {
        var random = new Random(3);
        registry.importRecords(List.of(model(WORD + "-kept", random)));
        jdbc.sql("UPDATE registry_list_clock SET tick = tick + 5000").update();
        registry.importRecords(List.of(model(WORD + "-kept", random)));
        long now = clock.now();
        assertThat(jdbc.sql("SELECT min(tick) FROM registry_list_change").query(Long.class).single()).isEqualTo(now);
        assertThat(clock.between(now - 1, now)).hasValueSatisfying(records -> assertThat(records).isNotEmpty());
        assertThat(clock.between(now - 4_000, now)).isEmpty();
    }
}

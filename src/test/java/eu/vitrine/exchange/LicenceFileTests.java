package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.Kind;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of one licence, and those on board. */
class LicenceFileTests {

    private static final String SHORT = "slug: l\nname: L\nlicence:\n  grants:\n    use: true\n";

    /** What a licence is called and where it stands; every other fact is a clause. */
    private static final Set<String> NAMED = Set.of("licence.id", "licence.url");

    private static final List<RecordFile> ON_BOARD = Reads.read(Shipped.LICENCES).records();

    @Test
    void a_file_of_one_licence_states_a_licence_and_nothing_else() {
        RecordFile file = Reads.record(SHORT);
        assertThat(file.shape()).isEqualTo(RecordFile.Shape.LICENCE);
        assertThat(file.stated()).containsExactly(Kind.LICENCE);
        assertThat(file.licences()).singleElement().satisfies(licence -> assertThat(licence.slug()).isEqualTo("l"));
    }

    @Test
    void an_empty_licence_is_still_a_licence() {
        assertThat(Reads.record("slug: l\nname: L\nlicence:\n").stated()).containsExactly(Kind.LICENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model: {}\n", "licences: []\n", "facts: {}\n", "gaps: []\n", "version: 1\n"})
    void nothing_stands_beside_the_licence(String more) {
        assertThat(Reads.problems(SHORT + more)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slug: l\nlicence: {}\n", "name: L\nlicence: {}\n", "slug: l\nname: L\nlicence: []\n",
        "slug: l\nname: L\nlicence: {grants: {usage: true}}\n", "slug: l\nname: L\nlicence: {slug: l}\n"})
    void an_unknown_key_or_a_missing_name_is_refused(String text) {
        assertThat(Reads.problems(text)).isNotEmpty();
    }

    @Test
    void a_judgement_is_not_imported_with_a_licence() {
        assertThat(Reads.problems("slug: l\nname: L\nlicence:\n  restrictions:\n    fields_of_use_reading: tolerated\n"))
                .singleElement().satisfies(problem -> assertThat(problem).contains("judgement", "a.yaml"));
    }

    @Test
    void rules_read_the_clauses_whatever_the_licence_covers() {
        RecordFile file = Reads.record("slug: l\nname: L\nlicence:\n  artefacts: [data]\n  grants:\n    use: true\n");
        assertThat(Subjects.of(List.of(file)).getFirst().facts().get("licence.grants.use").state()).isEqualTo(State.VALUE);
    }

    @Test
    void a_licence_never_fills_in_the_clauses_of_a_model_that_names_it() {
        RecordFile model = Reads.record("slug: m\nlicences:\n- slug: mit\n  artefacts: [weights]\n  id: MIT\nmodel: {}\n");
        RecordFile mit = ON_BOARD.stream().filter(file -> file.slug().equals("mit")).findFirst().orElseThrow();
        assertThat(Subjects.of(List.of(mit, model)).getLast().facts().get("licence.grants.use").state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void every_licence_on_board_is_read_and_kept_whole() {
        assertThat(Reads.read(Shipped.LICENCES).problems()).isEmpty();
        RecordWriter writer = RecordWriter.with(Shipped.VOCABULARY);
        assertThat(ON_BOARD).allSatisfy(file -> {
            assertThat(Reads.record(new String(writer.yaml(file), StandardCharsets.UTF_8))).isEqualTo(file);
            assertThat(Reads.record(new String(writer.json(file), StandardCharsets.UTF_8))).isEqualTo(file);
        });
    }

    @Test
    void every_clause_stated_on_board_has_a_source_and_a_date() {
        assertThat(ON_BOARD).allSatisfy(file -> assertThat(stated(file)).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.claim().sourceUrl()).as(file.slug() + " " + fact.id()).isNotBlank();
            assertThat(fact.claim().asOf()).as(file.slug() + " " + fact.id()).isNotNull();
        }));
    }

    @Test
    void every_clause_stated_on_board_says_where_in_the_text_it_stands() {
        assertThat(ON_BOARD).allSatisfy(file -> assertThat(stated(file)).filteredOn(fact -> !NAMED.contains(fact.id()))
                .allSatisfy(fact -> assertThat(fact.claim().note()).as(file.slug() + " " + fact.id()).isNotBlank()));
    }

    @Test
    void every_licence_on_board_says_its_identifier_and_where_its_text_stands() {
        assertThat(ON_BOARD).allSatisfy(file -> assertThat(NAMED)
                .allSatisfy(id -> assertThat(clauses(file).get(id).state()).as(file.slug() + " " + id).isEqualTo(State.VALUE)));
    }

    @Test
    void no_two_licences_on_board_have_the_same_identifier_or_name() {
        assertThat(ON_BOARD).extracting(file -> clauses(file).get("licence.id").claim().value()).doesNotHaveDuplicates();
        assertThat(ON_BOARD).extracting(RecordFile::name).doesNotHaveDuplicates();
    }

    @Test
    void what_a_licence_covers_is_said_by_a_model_and_not_by_the_text() {
        assertThat(ON_BOARD).allSatisfy(file -> assertThat(clauses(file).get("licence.artefacts").state()).isEqualTo(State.UNKNOWN));
    }

    @Test
    void every_licence_of_the_catalogue_is_on_board_and_says_nothing_else_there() {
        Map<String, Facts> bySlug = new HashMap<>();
        ON_BOARD.forEach(file -> bySlug.put(file.slug(), clauses(file)));
        for (RecordFile record : Reads.read(Shipped.CATALOGUE).records()) {
            for (Subject.Part licence : record.licences()) {
                assertThat(bySlug).as(record.slug()).containsKey(licence.slug());
                licence.facts().all().stream().filter(fact -> !fact.id().equals("licence.artefacts"))
                        .filter(fact -> fact.state() != State.UNKNOWN)
                        .forEach(fact -> assertThat(said(bySlug.get(licence.slug()).get(fact.id())))
                                .as(record.slug() + " " + licence.slug() + " " + fact.id()).isEqualTo(said(fact)));
            }
        }
    }

    @Test
    void the_book_holds_the_licences_by_name() {
        LicenceBook book = LicenceBook.shipped(Shipped.VOCABULARY);
        assertThat(book.texts()).hasSameSizeAs(ON_BOARD).isSortedAccordingTo((a, b) -> a.name().compareToIgnoreCase(b.name()));
        assertThat(book.text("mit")).hasValueSatisfying(text -> assertThat(text.name()).isEqualTo("MIT License"));
        assertThat(book.text("nonsense")).isEmpty();
    }

    private static Facts clauses(RecordFile file) {
        return file.licences().getFirst().facts();
    }

    private static List<Fact> stated(RecordFile file) {
        return clauses(file).all().stream().filter(fact -> fact.state() != State.UNKNOWN).toList();
    }

    private record Said(State state, FactValue value) {}

    private static Said said(Fact fact) {
        Claim claim = fact.claim();
        return new Said(claim.state(), claim.value());
    }
}

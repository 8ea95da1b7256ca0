package eu.vitrine.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.FactValue;
import eu.vitrine.facts.Facts;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsTests {

    private static Subject subject(String text) {
        return Subjects.of(List.of(Reads.record(text))).getFirst();
    }

    private static Object value(Facts facts, String id) {
        return facts.get(id).claim().value() instanceof FactValue.Text text ? text.value() : null;
    }

    @Test
    void the_licence_that_covers_the_weights_is_read() {
        Subject subject = subject("""
                slug: a
                licences:
                - {slug: code, artefacts: [code], id: MIT}
                - {slug: weights, artefacts: [weights, documentation], id: LicenseRef-Weights}
                - {slug: more, artefacts: [weights], id: LicenseRef-More}
                """);
        assertThat(value(subject.facts(), "licence.id")).isEqualTo("LicenseRef-Weights");
        assertThat(subject.licences()).hasSize(3);
    }

    @Test
    void where_no_licence_covers_the_weights_nothing_is_known_about_it() {
        Subject subject = subject("slug: a\nlicences: [{slug: code, artefacts: [code], id: MIT}, {slug: other, id: X}]\n");
        assertThat(subject.facts().get("licence.id").state()).isEqualTo(State.UNKNOWN);
        assertThat(subject.licences()).hasSize(2);
    }

    @Test
    void the_licence_of_a_scenario_covers_the_weights_unless_it_says_otherwise() {
        assertThat(value(subject(Reads.scenario("licence.id: MIT")).facts(), "licence.id")).isEqualTo("MIT");
        assertThat(value(subject(Reads.scenario("licence.id: MIT", "licence.artefacts: [weights]")).facts(), "licence.id"))
                .isEqualTo("MIT");
        Subject code = subject(Reads.scenario("licence.id: MIT", "licence.artefacts: [code]"));
        assertThat(code.facts().get("licence.id").state()).isEqualTo(State.UNKNOWN);
        assertThat(code.licences()).hasSize(1);
        assertThat(subject(Reads.scenario("licence.id: MIT", "licence.artefacts: {state: withheld}")).facts().get("licence.id").state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_service_is_read_only_where_it_is_the_only_one() {
        String one = "slug: a\nservices:\n- {slug: x, operator: X}\n";
        assertThat(value(subject(one).facts(), "service.operator")).isEqualTo("X");
        assertThat(value(subject(one + "- {slug: y, operator: Y}\n").facts(), "service.operator")).isNull();
    }

    @Test
    void facts_of_model_provider_use_and_organisation_stand_together() {
        Facts facts = subject(Reads.scenario(
                "model.generality: broad", "provider.brand: B", "use.purpose: p", "organisation.country: DE")).facts();
        assertThat(facts.all()).hasSize(4);
        assertThat(value(facts, "organisation.country")).isEqualTo("DE");
    }

    @Test
    void the_lifecycle_is_the_record_of_that_slug_among_the_files_of_one_call() {
        RecordFile root = Reads.record("slug: root\nmodel: {release: {first_public_date: 2024-12-26}}\n");
        RecordFile later = Reads.record("slug: later\nmodel: {lifecycle_of: root}\n");
        List<Subject> subjects = Subjects.of(List.of(later, root));
        assertThat(subjects.get(0).lifecycle()).isEqualTo(root.model());
        assertThat(subjects.get(1).lifecycle()).isNull();
        assertThat(Subjects.of(List.of(later)).getFirst().lifecycle()).isNull();
    }

    @Test
    void a_record_that_names_itself_or_none_as_its_lifecycle_has_no_other() {
        assertThat(subject("slug: a\nmodel: {lifecycle_of: a}\n").lifecycle()).isNull();
        assertThat(subject("slug: a\nmodel: {lifecycle_of: {state: none}}\n").lifecycle()).isNull();
    }

    @Test
    void a_subject_has_the_identity_of_its_record() {
        Subject subject = subject("slug: a\nname: A\nversion: 1.10\n");
        assertThat(subject.slug()).isEqualTo("a");
        assertThat(subject.name()).isEqualTo("A");
        assertThat(subject.version()).isEqualTo("1.10");
        assertThat(subject("slug: a\n").name()).isEqualTo("a");
    }
}

package eu.vitrine.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.vitrine.facts.InvalidFile;
import eu.vitrine.facts.Problem;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.PolicyFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftSetTests {

    private static final Vocabulary IN_FORCE = PolicyFolder.shipped().vocabulary();

    private static List<Problem> problems(byte[] zip) {
        return catchThrowableOfType(InvalidFile.class, () -> DraftSet.read(zip, IN_FORCE)).problems();
    }

    @Test
    void the_shipped_folder_is_read_as_the_shipped_set_with_its_cases() {
        KeptSet read = DraftSet.read(Drafts.zip(Drafts.shipped()), IN_FORCE);
        assertThat(read.identity()).isEqualTo(PolicyFolder.shipped().identity());
        assertThat(read.files().cases().byName()).isNotEmpty();
    }

    @Test
    void the_folder_may_be_packed_with_its_own_name_and_its_readme() {
        Map<String, String> inside = new TreeMap<>();
        Drafts.shipped().forEach((name, text) -> inside.put("policies/" + name, text));
        inside.put("policies/README.md", "# Read me");
        assertThat(DraftSet.read(Drafts.zip(inside), IN_FORCE).identity()).isEqualTo(PolicyFolder.shipped().identity());
    }

    @Test
    void what_an_organisation_lays_over_the_set_belongs_to_it() {
        KeptSet own = DraftSet.read(Drafts.zip(Drafts.with("overlay/switches.yaml", "switch: {HR-EXIT: off}\n")), IN_FORCE);
        assertThat(own.files().overlay().byName()).containsOnlyKeys("overlay/switches.yaml");
        assertThat(own.identity().rulesDigest()).isNotEqualTo(PolicyFolder.shipped().identity().rulesDigest());
        assertThat(problems(Drafts.zip(Drafts.with("overlay/switches.yaml", "switch: {HR-NONE: off}\n")))).singleElement()
                .satisfies(one -> assertThat(one.message()).contains("HR-NONE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../CLS-9.yaml", "vocabulary/../../x.yaml", "/etc/passwd", "law/deep/x.yaml", "c:\\x.yaml", "law\\x.yaml", "CLS 9.yaml", "x/y.yaml",
        "notes.txt", "law/run.sh", ".hidden.yaml", "policies/policies/x.yaml"})
    void a_name_that_no_policy_set_has_is_refused(String name) {
        assertThat(problems(Drafts.zip(Drafts.with(name, "a: 1")))).singleElement().satisfies(one -> assertThat(one.file()).isEqualTo(name));
    }

    @Test
    void what_unpacks_to_more_than_a_policy_set_ever_is_is_refused_before_it_is_read() {
        Map<String, String> files = Drafts.with("law/zeros.yaml", " ".repeat(DraftSet.MOST_UNPACKED));
        assertThat(problems(Drafts.zip(files))).singleElement().satisfies(one -> assertThat(one.message()).contains("4 MiB"));
    }

    @Test
    void more_files_than_a_policy_set_ever_has_are_refused() {
        Map<String, String> files = Drafts.shipped();
        for (int i = 0; i <= DraftSet.MOST_FILES; i++) {
            files.put("law/x" + i + ".yaml", "");
        }
        assertThat(problems(Drafts.zip(files))).singleElement().satisfies(one -> assertThat(one.message()).contains("2000 files"));
    }

    @Test
    void what_is_no_zip_is_refused() {
        byte[] noise = new byte[3000];
        new Random(1).nextBytes(noise);
        byte[] cut = Drafts.zip(Drafts.shipped());
        assertThat(problems(noise)).singleElement().satisfies(one -> assertThat(one.message()).contains("ZIP"));
        assertThat(problems(Arrays.copyOf(cut, cut.length / 3))).isNotEmpty();
        assertThat(problems(Drafts.zip(Map.of()))).isNotEmpty();
        assertThatThrownBy(() -> DraftSet.read(new byte[DraftSet.MOST_PACKED + 1], IN_FORCE)).isInstanceOf(InvalidFile.class).hasMessageContaining("2 MiB");
    }

    @Test
    void every_error_of_a_broken_set_is_named_by_file_line_and_column() {
        Map<String, String> files = Drafts.shipped();
        files.put("CLS-1.yaml", files.get("CLS-1.yaml") + "\nunheard_of: 1\n");
        files.put("AIA-53-1-d.yaml", files.get("AIA-53-1-d.yaml") + "\nunheard_of_too: 1\n");
        assertThat(problems(Drafts.zip(files))).extracting(Problem::file).contains("CLS-1.yaml", "AIA-53-1-d.yaml");
        assertThat(problems(Drafts.zip(files))).allSatisfy(one -> assertThat(one.line()).isPositive());
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        var out = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry("law/x.yaml"));
            packed.write(new byte[] {(byte) 0xC3, 0x28});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(problems(out.toByteArray())).singleElement().satisfies(one -> assertThat(one.message()).contains("UTF-8"));
    }

    @Test
    void a_fact_of_the_set_in_force_cannot_vanish() {
        Map<String, String> files = Drafts.shipped();
        files.remove("vocabulary/model-behaviour.yaml");
        assertThat(problems(Drafts.zip(files))).isNotEmpty().allSatisfy(one -> assertThat(one.message()).contains("is missing", "retired"));
    }

    @Test
    void a_set_without_law_or_vocabulary_is_refused_and_not_an_error_of_the_product() {
        Map<String, String> files = Drafts.shipped();
        files.keySet().removeIf(name -> name.startsWith("law/"));
        assertThat(problems(Drafts.zip(files))).isNotEmpty();
        assertThat(problems(Drafts.zip(Map.of("CLS-1.yaml", "id: CLS-1")))).isNotEmpty();
    }
}

package eu.vitrine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.vitrine.facts.Codes;
import eu.vitrine.facts.FactType;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodeNamesTests {

    @ParameterizedTest
    @EnumSource(value = FactType.class, names = {"COUNTRY", "LANGUAGE"})
    void a_name_is_read_as_the_code_it_stands_for_in_every_language_of_the_union(FactType type) {
        for (String tag : "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split(" ")) {
            CodeNames names = CodeNames.of(type, Locale.forLanguageTag(tag));
            assertThat(names.listed()).as(tag).hasSizeGreaterThan(150).allSatisfy(one -> assertThat(names.code(names.name(one.code()))).isEqualTo(one.code()));
        }
    }

    @Test
    void names_are_those_of_the_reader_in_the_order_of_the_reader() {
        CodeNames german = CodeNames.of(FactType.COUNTRY, Locale.GERMAN);
        assertThat(german.name("AT")).isEqualTo("Österreich");
        assertThat(german.choices().indexOf(new Question.Choice("AT", "Österreich"))).isLessThan(german.choices().indexOf(new Question.Choice("PL", "Polen")));
    }

    @Test
    void a_code_is_read_in_any_case_and_a_union_by_its_name() {
        CodeNames countries = CodeNames.of(FactType.COUNTRY, Locale.ENGLISH);
        assertThat(countries.code("de")).isEqualTo("DE");
        assertThat(countries.code("germany")).isEqualTo("DE");
        assertThat(countries.code("European Union")).isEqualTo("EU");
        assertThat(countries.choices()).extracting(Question.Choice::code).doesNotContain("EU").containsExactlyInAnyOrderElementsOf(Codes.countries());
    }

    @Test
    void what_is_no_name_stays_as_it_was_typed() {
        assertThat(CodeNames.of(FactType.COUNTRY, Locale.ENGLISH).code("Atlantis")).isEqualTo("Atlantis");
        assertThat(CodeNames.of(FactType.LANGUAGE, Locale.ENGLISH).code("gsw-CH")).isEqualTo("gsw-CH");
        assertThat(CodeNames.of(FactType.LANGUAGE, Locale.ENGLISH).name("gsw-CH")).isEqualTo("gsw-CH");
    }
}

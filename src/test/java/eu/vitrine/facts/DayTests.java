package eu.vitrine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTests {

    @Test
    void a_year_is_the_range_of_its_days() {
        Day year = Day.parse("2025").orElseThrow();
        assertThat(year.earliest()).isEqualTo(LocalDate.of(2025, 1, 1));
        assertThat(year.latest()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void a_month_ends_on_its_own_last_day() {
        assertThat(Day.parse("2024-02").orElseThrow().latest()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(Day.parse("2025-02").orElseThrow().latest()).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void a_full_date_is_one_day() {
        Day day = Day.parse("2025-08-02").orElseThrow();
        assertThat(day.earliest()).isEqualTo(day.latest()).isEqualTo(LocalDate.of(2025, 8, 2));
        assertThat(day).isEqualTo(Day.of(LocalDate.of(2025, 8, 2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-30", "2025-13", "2025-00", "2025-2-3", "25", "02.08.2025", "2025-08-02T00:00", "", "20250802"})
    void what_is_no_day_of_the_calendar_is_no_date(String text) {
        assertThat(Day.parse(text)).isEmpty();
    }
}

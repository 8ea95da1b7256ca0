package eu.vitrine.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarWeekTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @ParameterizedTest
    @CsvSource({"2026-W47, 2026-11-16, 2026-W47", "2026-11-22, 2026-11-16, 2026-W47", "2026-11-16, 2026-11-16, 2026-W47", "' 2026-W48 ', 2026-11-23, 2026-W48",
        "2021-01-03, 2020-12-28, 2020-W53", "2025-W01, 2024-12-30, 2025-W01", "2000-W01, 2000-01-03, 2000-W01", "'', 2026-11-23, 2026-W48",
        "2026-11-29, 2026-11-23, 2026-W48"})
    void a_week_is_asked_for_by_its_iso_name_or_by_any_of_its_days(String asked, LocalDate monday, String code) {
        assertThat(CalendarWeek.asked(asked, TODAY)).hasValueSatisfying(week -> {
            assertThat(week.monday()).isEqualTo(monday);
            assertThat(week.sunday()).isEqualTo(monday.plusDays(6));
            assertThat(week.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-W49", "2026-11-30", "2025-W53", "2026-W00", "2026-W5", "2026-W47-3", "1999-W52", "2000-01-02", "W47", "2026-13-45", "nonsense", "+12026-W01", "2026-w47"})
    void what_is_no_week_or_has_not_begun_or_lies_too_far_back_is_none(String asked) {
        assertThat(CalendarWeek.asked(asked, TODAY)).isEmpty();
    }

    @Test
    void a_week_has_one_before_it_and_one_after_it_only_when_that_has_begun() {
        CalendarWeek present = CalendarWeek.of(TODAY);
        assertThat(present.before().code()).isEqualTo("2026-W47");
        assertThat(present.before().after(TODAY)).hasValue(present);
        assertThat(present.after(TODAY)).isEmpty();
    }

    @Test
    void a_week_begins_on_a_monday() {
        assertThatThrownBy(() -> new CalendarWeek(TODAY)).isInstanceOf(IllegalArgumentException.class);
    }
}

package eu.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class DatesInWordsTests {

    private final DatesInWords dates = at("2026-11-25T10:00:00Z");

    @BeforeEach
    void the_page_is_english() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void no_page() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25, today", "2026-11-26, tomorrow", "2026-11-24, yesterday", "2026-12-07, in 12 days", "2027-08-02, in 8 months",
        "2026-08-02, 3 months ago", "2028-11-24, in 23 months", "2028-11-25, in 2 years", "2025-08-02, 15 months ago", "2026-10-01, 55 days ago"})
    void a_distance_is_told_in_the_largest_unit_that_counts_to_two(LocalDate day, String words) {
        assertThat(dates.distance(day)).isEqualTo(words);
    }

    @Test
    void a_day_is_written_out_with_its_distance() {
        assertThat(dates.dayAndDistance(LocalDate.of(2027, 8, 2))).isEqualTo("2 August 2027, in 8 months");
    }

    @Test
    void today_is_the_day_in_brussels() {
        assertThat(at("2026-11-25T23:30:00Z").today()).isEqualTo(LocalDate.of(2026, 11, 26));
    }

    @Test
    void a_moment_is_told_in_the_time_of_brussels() {
        assertThat(dates.moment(Instant.parse("2026-07-01T22:03:59Z"))).isEqualTo("2 July 2026, 00:03");
    }

    private static DatesInWords at(String now) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return new DatesInWords(messages, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}

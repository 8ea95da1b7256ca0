package eu.vitrine.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way somebody could change a log, tried on an export. Lines: the head, events 1 to 4, a checkpoint, 5 to 8, a checkpoint, 9, 10, a checkpoint. */
class LogFileTests {

    private static final int EVENT_3 = 3;
    private static final int EVENT_10 = 12;

    private final SigningKey key = SigningKey.generate(RecordedLog.ORIGIN);
    private final SigningKey other = SigningKey.generate(RecordedLog.ORIGIN);
    private final RecordedLog log = RecordedLog.ofTen(key);
    private final List<String> lines = log.lines();

    @Test
    void an_untouched_log_is_intact() {
        assertThat(verify()).isInstanceOfSatisfying(LogVerdict.Intact.class, intact -> {
            assertThat(intact.events()).isEqualTo(10);
            assertThat(intact.checkpoints()).isEqualTo(3);
            assertThat(intact.notices()).isEmpty();
        });
    }

    @Test
    void an_edited_event_is_named() {
        lines.set(EVENT_3, lines.get(EVENT_3).replace("event 3", "event three"));
        assertThat(verify()).isEqualTo(altered(3, "Event 3 is not the one on which event 4 was recorded."));
    }

    @Test
    void an_edited_last_event_is_named_by_the_checkpoint() {
        lines.set(EVENT_10, lines.get(EVENT_10).replace("event 10", "event ten"));
        assertThat(verify()).isEqualTo(altered(9, "One or more of the events from 9 to 10 were replaced: the checkpoint of 10 events has another root."));
    }

    @Test
    void a_deleted_event_is_named() {
        lines.remove(EVENT_3);
        assertThat(verify()).isEqualTo(altered(3, "Event 3 is missing: in its place stands event 4."));
    }

    @Test
    void swapped_events_are_named() {
        Collections.swap(lines, EVENT_3, EVENT_3 + 1);
        assertThat(verify()).isEqualTo(altered(3, "Event 3 is missing: in its place stands event 4."));
    }

    @Test
    void events_swapped_and_numbered_anew_are_named() {
        Collections.swap(lines, EVENT_3, EVENT_3 + 1);
        lines.set(EVENT_3, lines.get(EVENT_3).replace("\"seq\":4", "\"seq\":3"));
        lines.set(EVENT_3 + 1, lines.get(EVENT_3 + 1).replace("\"seq\":3", "\"seq\":4"));
        assertThat(verify()).isEqualTo(altered(2, "Event 2 is not the one on which event 3 was recorded."));
    }

    @Test
    void a_log_cut_short_is_found_by_the_number_it_announces() {
        lines.removeLast();
        lines.removeLast();
        assertThat(verify()).isEqualTo(altered(10, "Event 10 is missing, and all after it: the log announces 10 events."));
    }

    @Test
    void a_log_cut_short_with_care_is_found_by_a_checkpoint_kept_elsewhere() {
        List<String> shorter = new RecordedLog(key).recordUpTo(8).lines();
        assertThat(verify(shorter, new Trust(List.of(key.verifier()), List.of()))).as("alone, it cannot be told").isInstanceOf(LogVerdict.Intact.class);
        assertThat(verify(shorter, new Trust(List.of(key.verifier()), List.of(log.newestCheckpoint()))))
                .isEqualTo(altered(9, "Event 9 is missing, and all after it: a checkpoint that was kept elsewhere covers 10 events."));
    }

    @Test
    void an_event_replaced_with_all_links_after_it_is_found_by_the_checkpoint() {
        RecordedLog forged = new RecordedLog(key).recordUpTo(5);
        forged.record("probe.written", Instant.parse("2026-11-25T10:00:06Z"), "forged").recordUpTo(10);
        List<String> mixed = forged.lines();
        mixed.set(10, lines.get(10)); // the checkpoint of eight events as it was signed
        assertThat(verify(mixed, trust())).isEqualTo(altered(5, "One or more of the events from 5 to 8 were replaced: the checkpoint of 8 events has another root."));
    }

    @Test
    void a_log_rewritten_by_the_server_itself_is_found_by_a_checkpoint_kept_elsewhere() {
        RecordedLog forged = new RecordedLog(key).recordUpTo(9);
        forged.record("probe.written", Instant.parse("2026-11-25T10:00:10Z"), "forged").sign();
        assertThat(verify(forged.lines(), new Trust(List.of(key.verifier()), List.of(log.newestCheckpoint()))))
                .isInstanceOfSatisfying(LogVerdict.Altered.class, found -> assertThat(found.what()).contains("kept elsewhere").contains("another root"));
    }

    @Test
    void a_tree_replaced_under_a_new_key_is_found() {
        assertThat(verify(RecordedLog.ofTen(other).lines(), trust())).isInstanceOfSatisfying(LogVerdict.Altered.class, found -> {
            assertThat(found.seq()).isEqualTo(1);
            assertThat(found.what()).contains("replaced under a new key");
        });
    }

    @Test
    void a_tree_replaced_under_a_new_key_that_claims_to_follow_ours_is_found() {
        RecordedLog forged = new RecordedLog(key).changeKey(other, true).recordUpTo(10).sign();
        assertThat(verify(forged.lines(), trust())).isInstanceOf(LogVerdict.Altered.class);
    }

    @Test
    void events_added_under_a_new_key_that_nobody_handed_over_to_are_not_proven() {
        RecordedLog forged = new RecordedLog(key).recordUpTo(8).changeKey(other, true).recordUpTo(10).sign();
        assertThat(verify(forged.lines(), trust())).isInstanceOfSatisfying(LogVerdict.Incomplete.class,
                incomplete -> assertThat(incomplete.missing()).containsExactly("Events 9 to 10 are covered by no checkpoint of a trusted key."));
    }

    @Test
    void a_key_that_the_trusted_one_handed_over_to_is_trusted() {
        RecordedLog changed = new RecordedLog(key).recordUpTo(8).changeKey(other, false).recordUpTo(10).sign();
        assertThat(verify(changed.lines(), trust())).isInstanceOf(LogVerdict.Intact.class);
    }

    @Test
    void a_hand_over_signed_by_the_new_key_itself_is_worth_nothing() {
        RecordedLog forged = new RecordedLog(key).recordUpTo(8).changeKey(other, true).recordUpTo(10).sign();
        List<String> written = forged.lines();
        String note = other.handOver(other.verifier()).written().replace("\n", "\\n");
        written.set(0, written.getFirst().replace("}]}", ",\"handOver\":\"" + note + "\"}]}"));
        assertThat(verify(written, trust())).isInstanceOf(LogVerdict.Incomplete.class);
    }

    @Test
    void a_checkpoint_of_another_size_or_without_a_signature_that_holds_is_found() {
        lines.set(5, lines.get(5).replace("\\n4\\n", "\\n5\\n"));
        assertThat(verify()).isInstanceOfSatisfying(LogVerdict.Altered.class, found -> assertThat(found.what()).contains("After event 4 stands a checkpoint of 5"));
        List<String> again = log.lines();
        int root = again.get(5).indexOf("\\n4\\n") + 5;
        again.set(5, again.get(5).substring(0, root) + (again.get(5).charAt(root) == 'B' ? 'C' : 'B') + again.get(5).substring(root + 1));
        assertThat(verify(again, trust())).isInstanceOfSatisfying(LogVerdict.Altered.class, found -> assertThat(found.what()).contains("no signature that holds"));
        again.set(5, "{\"checkpoint\":7}");
        assertThat(verify(again, trust())).isInstanceOfSatisfying(LogVerdict.Altered.class, found -> assertThat(found.what()).contains("cannot be read"));
    }

    @Test
    void a_clock_moved_back_is_found() {
        RecordedLog back = new RecordedLog(key).recordUpTo(5).record("probe.written", Instant.parse("2026-11-25T09:00:00Z"), "backdated").sign();
        assertThat(verify(back.lines(), trust())).isInstanceOfSatisfying(LogVerdict.Altered.class, found -> {
            assertThat(found.seq()).isEqualTo(6);
            assertThat(found.what()).contains("2026-11-25T09:00:00Z").contains("clock was moved back");
        });
    }

    @Test
    void a_clock_moved_back_in_small_steps_is_found() {
        RecordedLog back = new RecordedLog(key).recordUpTo(5);
        back.record("probe.written", Instant.parse("2026-11-25T09:59:30Z"), "a").record("probe.written", Instant.parse("2026-11-25T09:58:50Z"), "b").sign();
        assertThat(verify(back.lines(), trust())).isInstanceOfSatisfying(LogVerdict.Altered.class, found -> assertThat(found.seq()).isEqualTo(7));
    }

    @Test
    void a_clock_moved_back_that_the_log_itself_tells_of_is_a_notice() {
        RecordedLog back = new RecordedLog(key).recordUpTo(5).record(LogWalk.CLOCK_MOVED_BACK, Instant.parse("2026-11-25T09:00:00Z"), "told").sign();
        back.record("probe.written", Instant.parse("2026-11-25T09:00:01Z"), "after").sign();
        assertThat(verify(back.lines(), trust())).isInstanceOfSatisfying(LogVerdict.Intact.class, intact -> assertThat(intact.notices())
                .containsExactly("At event 6 the clock of the server was moved back from 2026-11-25T10:00:05Z to 2026-11-25T09:00:00Z."));
    }

    @Test
    void a_reason_stands_beside_its_event_and_cannot_be_changed_there() {
        List<String> written = new RecordedLog(key).recordUpTo(2).recordWithWords(Words.of("because")).recordUpTo(4).lines();
        assertThat(verify(written, trust())).isInstanceOf(LogVerdict.Intact.class);
        assertThat(written.get(4)).contains("\"text\":\"because\"");
        List<String> edited = new ArrayList<>(written);
        edited.set(4, edited.get(4).replace("because", "although"));
        assertThat(verify(edited, trust())).isEqualTo(altered(3, "The reason that stands with event 3 is not the one that was recorded."));
        List<String> twice = new ArrayList<>(written);
        twice.add(5, written.get(4));
        assertThat(verify(twice, trust())).isInstanceOf(LogVerdict.Altered.class);
        List<String> elsewhere = new ArrayList<>(written);
        Collections.swap(elsewhere, 4, 5);
        assertThat(verify(elsewhere, trust())).isInstanceOf(LogVerdict.Altered.class);
    }

    @Test
    void a_reason_may_be_missing_only_if_an_event_says_that_it_was_erased() {
        List<String> gone = new RecordedLog(key).recordUpTo(2).recordWithWords(Words.of("because")).recordUpTo(4).lines();
        gone.remove(4);
        assertThat(verify(gone, trust())).isEqualTo(altered(3, "The reason of event 3 is missing, and no event says that it was erased."));
        List<String> erased = new RecordedLog(key).recordUpTo(2).recordWithWords(Words.of("because")).erase(3).lines();
        assertThat(verify(erased, trust())).isInstanceOfSatisfying(LogVerdict.Intact.class,
                intact -> assertThat(intact.notices()).containsExactly("Reasons that were erased, as the log says: 1."));
    }

    @Test
    void the_same_words_have_another_hash_each_time() {
        assertThat(Words.of("a").hash()).isNotEqualTo(Words.of("a").hash());
    }

    @Test
    void without_a_trusted_key_or_a_checkpoint_nothing_is_proven() {
        assertThat(verify(lines, new Trust(List.of(), List.of()))).isInstanceOfSatisfying(LogVerdict.Incomplete.class,
                incomplete -> assertThat(incomplete.missing()).singleElement().asString().startsWith("No trusted key"));
        assertThat(verify(new RecordedLog(key).recordUpTo(3).lines(), trust())).isInstanceOfSatisfying(LogVerdict.Incomplete.class,
                incomplete -> assertThat(incomplete.missing()).contains("The log holds no checkpoint.", "Events 1 to 3 are covered by no checkpoint of a trusted key."));
    }

    @Test
    void a_checkpoint_of_a_key_nobody_knows_proves_nothing() {
        assertThat(verify(lines, new Trust(List.of(key.verifier()), List.of(RecordedLog.ofTen(other).newestCheckpoint()))))
                .isInstanceOfSatisfying(LogVerdict.Incomplete.class, incomplete -> assertThat(incomplete.missing()).singleElement().asString().contains("proves nothing"));
    }

    @Test
    void what_is_no_event_is_named_by_its_place() {
        for (String line : List.of("", "[]", "{}", "{\"seq\":\"3\"}", "null", lines.get(EVENT_3) + "x", "\u0000")) {
            List<String> bad = log.lines();
            bad.set(EVENT_3, line);
            assertThat(verify(bad, trust())).as(line).isEqualTo(altered(3, "Event 3 cannot be read."));
        }
    }

    @Test
    void another_file_is_refused() {
        for (String text : List.of("", "%PDF-1.7\n", "{}\n", "{\"format\":\"vitrine-audit-log/1\"}\n", "[1]\n")) {
            assertThatThrownBy(() -> verify(List.of(text), trust())).as(text).isInstanceOf(Malformed.class).hasMessageContaining("not an export");
        }
    }

    private LogVerdict verify() {
        return verify(lines, trust());
    }

    private Trust trust() {
        return new Trust(List.of(key.verifier()), List.of());
    }

    private static LogVerdict verify(List<String> lines, Trust trust) {
        try {
            return LogFile.verify(new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)), trust);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogVerdict altered(long seq, String what) {
        return new LogVerdict.Altered(seq, what, List.of());
    }
}

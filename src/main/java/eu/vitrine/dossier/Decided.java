package eu.vitrine.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a use, in the words of its page; nothing of it is worded here a second time.
 *
 * @param request number of the request that was decided
 * @param sentence the verdict on the day of issue
 * @param decision what was decided, by whom and when
 * @param reason of whoever decided
 * @param asked who asked, and when
 * @param note what whoever asked said; null where nothing
 * @param conditions under which it is approved, each with where it comes from
 * @param changes what had changed by the day of issue; empty where nothing that matters
 * @param withdrawn who withdrew an approval, when and why; null where nobody did
 * @param gaps answers that were not clean, with what is done about each
 * @param excluded who could not decide, and why
 * @param rests the assessments it rests on, with their hashes
 */
public record Decided(int request, String sentence, String decision, String reason, String asked, @Nullable String note, List<String> conditions, List<String> changes,
        @Nullable String withdrawn, List<Gap> gaps, List<String> excluded, List<String> rests) {

    /**
     * @param family what kind of answer it is
     * @param about what it says and why
     * @param plan what is done
     */
    public record Gap(String family, String title, String about, String plan) {}

    public Decided {
        conditions = List.copyOf(conditions);
        changes = List.copyOf(changes);
        gaps = List.copyOf(gaps);
        excluded = List.copyOf(excluded);
        rests = List.copyOf(rests);
    }

    Fields fields() {
        return new Fields().with("request", request).with("sentence", sentence).with("decision", decision).with("reason", reason).with("asked", asked).with("note", note)
                .with("conditions", conditions).with("changes", changes).with("withdrawn", withdrawn).with("excluded", excluded).with("rests", rests)
                .with("gaps", gaps.stream().map(gap -> new Fields().with("family", gap.family()).with("title", gap.title()).with("about", gap.about()).with("plan", gap.plan())).toList());
    }
}

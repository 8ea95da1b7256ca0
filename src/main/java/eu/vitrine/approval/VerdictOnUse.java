package eu.vitrine.approval;

import eu.vitrine.assessment.Standing;
import eu.vitrine.web.OpenDoors;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The verdict, first on the page of a use. */
@Component
@Order(100)
class VerdictOnUse implements Standing {

    private final Verdicts verdicts;
    private final VerdictWords words;
    private final Follows follows;
    private final OpenDoors doors;

    VerdictOnUse(Verdicts verdicts, VerdictWords words, Follows follows, OpenDoors doors) {
        this.verdicts = verdicts;
        this.words = words;
        this.follows = follows;
        this.doors = doors;
    }

    /**
     * What the fragment shows.
     *
     * @param mayAsk whether the person may ask for an approval
     * @param mayRead whether the person may read requests
     * @param follows whether the person follows the use
     */
    public record Shown(Verdict verdict, String sentence, List<String> material, List<String> other, boolean mayAsk, boolean mayRead, boolean follows) {}

    @Override
    public String template() {
        return "approval/standing";
    }

    @Override
    public Optional<Shown> of(String use) {
        Verdict verdict = verdicts.of(use);
        return Optional.of(new Shown(verdict, words.sentence(verdict), words.changes(verdict.material()), words.changes(verdict.other()),
                verdict.open() == null && doors.lead("/uses/" + use + "/approvals/new"), doors.lead("/approvals"), follows.follows(use)));
    }
}

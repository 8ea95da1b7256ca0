package eu.vitrine.approval;

import eu.vitrine.web.HomeSection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the home page: the verdicts of the uses that the person follows, what has changed first. */
@Component
@Order(45)
class FollowedAtHome implements HomeSection {

    private final Follows follows;
    private final VerdictWords words;

    FollowedAtHome(Follows follows, VerdictWords words) {
        this.follows = follows;
        this.words = words;
    }

    /** @param now the verdict in a few words */
    public record Line(Follows.Followed followed, String now, String before) {}

    @Override
    public String template() {
        return "approval/followed";
    }

    @Override
    public Optional<List<Line>> content() {
        List<Line> lines = follows.own().stream().map(one -> new Line(one, words.shortly(one.verdict()), words.shortly(one.noted()))).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }
}

package eu.vitrine.censorship;

import eu.vitrine.facts.PublishedFinding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The choices of the form with their words. */
@Component
class FindingWords {

    private final MessageSource messages;

    FindingWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A choice. */
    record Option(String code, String words) {}

    List<Option> families() {
        return options(PublishedFinding.Family.values(), one -> "censorship.family." + one.name());
    }

    List<Option> kinds() {
        return options(PublishedFinding.FindingKind.values(), one -> "censorship.kind." + one.name());
    }

    List<Option> nearness() {
        return options(PublishedFinding.Applicability.values(), one -> "censorship.near." + one.name());
    }

    List<Option> groups() {
        return options(TopicGroup.values(), TopicGroup::key);
    }

    List<Option> behaviours() {
        return options(Behaviour.values(), Behaviour::key);
    }

    private <E extends Enum<E>> List<Option> options(E[] all, Function<E, String> key) {
        return Arrays.stream(all).map(one -> new Option(one.name(), messages.getMessage(key.apply(one), null, Locale.ENGLISH))).toList();
    }
}

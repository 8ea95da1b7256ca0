package eu.vitrine.approval;

import eu.vitrine.assessment.Moved;
import eu.vitrine.web.DatesInWords;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of a verdict; pages, endpoints and lists all have them from here. */
@Component("verdictWords")
public class VerdictWords {

    private final MessageSource messages;
    private final DatesInWords dates;

    VerdictWords(MessageSource messages, DatesInWords dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** The answer in a few words, such as "May be used with conditions". */
    public String shortly(Verdict verdict) {
        return shortly(verdict.word());
    }

    /** The answer in a few words. */
    public String shortly(Verdict.Word word) {
        return say("verdict." + word.code());
    }

    /** The answer in one sentence, with the use, and until when. */
    public String sentence(Verdict verdict) {
        String use = verdict.use().name();
        return switch (verdict.word()) {
            case MAY_BE_USED -> say("verdict.sentence.may-be-used", use, until(verdict));
            case WITH_CONDITIONS -> verdict.conditions().size() == 1 ? say("verdict.sentence.with-conditions.one", use, until(verdict))
                    : say("verdict.sentence.with-conditions", use, until(verdict), verdict.conditions().size());
            case MUST_NOT_BE_USED -> say("verdict.sentence.must-not-be-used", use);
            case NOT_DECIDED_YET -> verdict.decision() == null ? say("verdict.sentence.not-decided-yet", use)
                    : say("verdict.sentence.not-decided-yet.moved", use, dates.day(verdict.decision().at()));
            case EXPIRED -> say("verdict.sentence.expired", use, until(verdict));
            case WITHDRAWN -> say("verdict.sentence.withdrawn", use, dates.day(Objects.requireNonNull(Objects.requireNonNull(verdict.decision()).withdrawn()).at()));
        };
    }

    private String until(Verdict verdict) {
        return dates.day(Objects.requireNonNull(verdict.validUntil()));
    }

    /** What has changed, in words. */
    public List<String> changes(List<Moved> moved) {
        return moved.stream().map(one -> say(one.messageKey(), one.args().toArray())).toList();
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, LocaleContextHolder.getLocale()));
    }
}

package eu.vitrine.determination;

import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.Vocabulary;
import java.util.List;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of determinations; pages and endpoints all have them from here. */
@Component("determinationWords")
public class DeterminationWords {

    private final MessageSource messages;
    private final Vocabulary vocabulary;

    DeterminationWords(MessageSource messages, Vocabulary vocabulary) {
        this.messages = messages;
        this.vocabulary = vocabulary;
    }

    /** What is asked, in a sentence. */
    public String question(Conclusion conclusion) {
        Conclusion.Judged fact = conclusion.fact();
        return fact == null ? say(conclusion.question().key()) : vocabulary.find(fact.fact()).map(FactDeclaration::question).orElse(fact.fact());
    }

    /** The same of what can be asked. */
    public String question(Offer offer) {
        Offer.Asked asked = offer.asked();
        return asked == null ? say(offer.question().key()) : asked.fact().question();
    }

    /** The answer in a few words. */
    public String answer(Conclusion conclusion) {
        Conclusion.Judged fact = conclusion.fact();
        String label = fact == null ? null : vocabulary.find(fact.fact()).map(declared -> declared.choices().get(conclusion.code())).orElse(null);
        return label != null ? label : say("determination.answer." + conclusion.code());
    }

    /** What made it lapse, in words. */
    public List<String> lapsed(Standing standing) {
        return standing.lapsed().stream().map(one -> say(one.messageKey(), one.args().toArray())).toList();
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, LocaleContextHolder.getLocale()));
    }
}

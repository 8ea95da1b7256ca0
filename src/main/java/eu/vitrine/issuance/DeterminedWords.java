package eu.vitrine.issuance;

import eu.vitrine.determination.Conclusion;
import eu.vitrine.determination.Determination;
import eu.vitrine.determination.DeterminationWords;
import eu.vitrine.determination.Determinations;
import eu.vitrine.determination.Standing;
import eu.vitrine.dossier.Determined;
import eu.vitrine.facts.FactWords;
import eu.vitrine.facts.Kind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The determinations that stand beside the answers about a record, in the words that a dossier prints. */
@Component
class DeterminedWords {

    private final Determinations determinations;
    private final DeterminationWords words;
    private final MessageSource messages;

    DeterminedWords(Determinations determinations, DeterminationWords words, MessageSource messages) {
        this.determinations = determinations;
        this.words = words;
        this.messages = messages;
    }

    /** Those that hold now, the oldest first. */
    List<Determined> of(Kind kind, String slug) {
        return determinations.of(kind, slug).reversed().stream().filter(Standing::holds).map(Standing::determination).map(this::determined).toList();
    }

    private Determined determined(Determination one) {
        Conclusion said = one.conclusion();
        Determination.Said confirmed = Objects.requireNonNull(one.decision());
        return new Determined(one.number(), one.policy(), say("determination.dossier.lead", words.question(said), words.answer(said)), said.words(), said.reason(), said.sources(),
                say("determination.dossier.people", one.number(), one.assessment(), one.by().name(), day(one.at().atOffset(ZoneOffset.UTC).toLocalDate()),
                        confirmed.by().name(), day(confirmed.at().atOffset(ZoneOffset.UTC).toLocalDate()), day(said.validUntil()), confirmed.reason()));
    }

    private static String day(LocalDate day) {
        return FactWords.date(day);
    }

    private String say(String key, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, Locale.ENGLISH));
    }
}

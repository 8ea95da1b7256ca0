package eu.vitrine.determination;

import eu.vitrine.facts.Claim;
import eu.vitrine.facts.Codes;
import eu.vitrine.facts.Completeness;
import eu.vitrine.facts.Day;
import eu.vitrine.facts.Fact;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.State;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.registry.Records;
import eu.vitrine.registry.RevisionPin;
import eu.vitrine.web.DatesInWords;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes what was determined into the record whose rules ask for it, so that they read it like any other fact. */
@Component
class JudgedFacts {

    private static final int NOTED = 500;

    private final Records records;
    private final Vocabulary vocabulary;
    private final DatesInWords dates;

    JudgedFacts(Records records, Vocabulary vocabulary, DatesInWords dates) {
        this.records = records;
        this.vocabulary = vocabulary;
        this.dates = dates;
    }

    /** Writes the judgement; empty where the rule asks for none. */
    Optional<RevisionPin> write(Determination one) {
        Conclusion.Judged judged = one.conclusion().fact();
        if (judged == null) {
            return Optional.empty();
        }
        FactDeclaration declared = vocabulary.get(judged.fact());
        return records.judge(judged.kind(), judged.slug(), new Fact(declared.id(), claim(one, declared), List.of()), one.by(),
                "Determination " + one.number() + ": " + declared.label());
    }

    /** Leaves the judgement out of the record again. */
    Optional<RevisionPin> takeBack(Determination one) {
        Conclusion.Judged judged = one.conclusion().fact();
        return judged == null ? Optional.empty()
                : records.judge(judged.kind(), judged.slug(), Fact.unknown(judged.fact()), one.by(), "Determination " + one.number() + " was withdrawn");
    }

    private Claim claim(Determination one, FactDeclaration declared) {
        Conclusion conclusion = one.conclusion();
        String address = conclusion.sources().stream().filter(Codes::isAddress).findFirst().orElse(null);
        List<String> evidence = conclusion.sources().stream().filter(Claim::isEvidence).toList();
        String words = conclusion.words().length() > NOTED ? conclusion.words().substring(0, NOTED) : conclusion.words();
        String note = "Determination " + one.number() + ", confirmed by a second person, valid until " + conclusion.validUntil() + ": " + words;
        return new Claim(State.VALUE, Offer.value(declared, conclusion.code()), Completeness.NOT_KNOWN, address, Day.of(dates.today()), note, null, null, null, evidence);
    }
}

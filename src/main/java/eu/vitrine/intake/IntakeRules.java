package eu.vitrine.intake;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.Formats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class IntakeRules {

    /** Every format that is read here. */
    @Bean
    static Formats formats(Vocabulary vocabulary) {
        return Formats.with(vocabulary, LicenceBook.shipped(vocabulary));
    }
}

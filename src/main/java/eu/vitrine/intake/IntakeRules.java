package eu.vitrine.intake;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.formats.Formats;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
@EnableConfigurationProperties(ImportLimits.class)
class IntakeRules {

    /** Every format that is read here. */
    @Bean
    static Formats formats(Vocabulary vocabulary, LicenceBook book) {
        return Formats.with(vocabulary, book);
    }
}

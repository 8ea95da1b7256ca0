package eu.vitrine.evidence;

import eu.vitrine.web.NavEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
@EnableConfigurationProperties(EvidenceLimits.class)
class EvidenceSetting {

    @Bean
    @Order(700)
    static NavEntry evidenceEntry() {
        return new NavEntry("nav.evidence", "/evidence");
    }
}

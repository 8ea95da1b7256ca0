package eu.vitrine.forms;

import eu.vitrine.facts.Vocabulary;
import eu.vitrine.policy.Plausibility;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class FormsRules {

    /** A table of some hundred rows is sent field by field. */
    private static final int MOST_FIELDS = 20_000;

    @Bean
    Plausibility plausibility(Vocabulary vocabulary) {
        return new Plausibility(vocabulary);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> longForms() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> connector.setMaxParameterCount(MOST_FIELDS));
    }
}

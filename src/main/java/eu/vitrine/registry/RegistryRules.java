package eu.vitrine.registry;

import eu.vitrine.exchange.LicenceBook;
import eu.vitrine.facts.Vocabulary;
import eu.vitrine.facts.VocabularyReader;
import eu.vitrine.web.NavEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration
class RegistryRules {

    /** The vocabulary on board, with the few facts this package names found in it. */
    @Bean
    static Vocabulary vocabulary(ResourcePatternResolver resources) throws IOException {
        var files = new TreeMap<String, String>();
        for (Resource file : resources.getResources("classpath*:/policies/vocabulary/*.yaml")) {
            files.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        }
        Vocabulary vocabulary = VocabularyReader.read(files);
        Content.factsNamed().forEach(vocabulary::get);
        return vocabulary;
    }

    /** The licence texts on board, read once. */
    @Bean
    static LicenceBook licenceBook(Vocabulary vocabulary) {
        return LicenceBook.shipped(vocabulary);
    }

    @Bean
    @Order(100)
    static NavEntry models() {
        return new NavEntry("nav.models", "/models", true);
    }

    @Bean
    @Order(110)
    static NavEntry providers() {
        return new NavEntry("nav.providers", "/providers");
    }

    @Bean
    @Order(120)
    static NavEntry licences() {
        return new NavEntry("nav.licences", "/licences");
    }

    @Bean
    @Order(130)
    static NavEntry services() {
        return new NavEntry("nav.services", "/services", true);
    }

    @Bean
    @Order(140)
    static NavEntry uses() {
        return new NavEntry("nav.uses", "/uses", true);
    }

    @Bean
    @Order(150)
    static NavEntry organisation() {
        return new NavEntry("nav.organisation", "/organisation");
    }
}

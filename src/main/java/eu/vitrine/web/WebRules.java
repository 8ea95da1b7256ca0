package eu.vitrine.web;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

@Configuration
class WebRules {

    /** Pages exist in these languages; whoever asks for another gets the first, and the page says so in {@code lang}. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersOfTheContainer() {
        return tomcat -> tomcat.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new UnreadableRequests()));
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(LANGUAGES);
        resolver.setDefaultLocale(LANGUAGES.getFirst());
        return resolver;
    }
}

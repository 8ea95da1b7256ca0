package eu.vitrine.dossier;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates on the class path. They are read as XML, so that what is not well-formed is refused when read. */
final class Templates {

    private static final String FOLDER = "templates/dossier/";

    private final TemplateEngine engine = new TemplateEngine();

    private Templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setTemplateMode(TemplateMode.XML);
        engine.setTemplateResolver(resolver);
    }

    static Templates shipped() {
        return new Templates();
    }

    /** The whole document as XHTML. */
    String fill(Fields fields) {
        return engine.process("dossier", new Context(Locale.ENGLISH, Map.of("d", fields)));
    }
}

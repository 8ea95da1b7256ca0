package eu.vitrine.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Puts long text into a page as {@link Prose}: {@code <div vitrine:prose="${…}">}. The value is the text as it was typed, never markup. */
@Component
final class ProseDialect extends AbstractProcessorDialect {

    ProseDialect() {
        super("Prose", "vitrine", 1000);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Text(dialectPrefix));
    }

    private static final class Text extends AbstractStandardExpressionAttributeTagProcessor {

        Text(String prefix) {
            super(TemplateMode.HTML, prefix, "prose", 1300, true);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value, Object result,
                IElementTagStructureHandler structure) {
            structure.setBody(result == null ? "" : Prose.html(result.toString()), false);
        }
    }
}

package eu.vitrine.assessment;

import eu.vitrine.dossier.Figure;
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

/**
 * Puts a drawing of our own into a page: {@code <div vitrine:figure="${…}">}. It takes nothing but a {@link Figure}, whose texts
 * are escaped where it is drawn; so no template needs a way to write markup from a value.
 */
@Component
final class FigureDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "vitrine";

    FigureDialect() {
        super("Figures", PREFIX, 1000);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Drawing(dialectPrefix));
    }

    private static final class Drawing extends AbstractStandardExpressionAttributeTagProcessor {

        Drawing(String prefix) {
            super(TemplateMode.HTML, prefix, "figure", 1300, true);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value, Object result,
                IElementTagStructureHandler structure) {
            if (result instanceof Figure figure) {
                structure.setBody(figure.svg(), false);
            } else {
                structure.removeElement();
            }
        }
    }
}

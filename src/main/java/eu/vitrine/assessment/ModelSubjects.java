package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.registry.ModelRegistry;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every model of the registry. */
@Component
@Order(100)
class ModelSubjects implements TrialSubjects {

    private final ModelRegistry registry;

    ModelSubjects(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Name> names() {
        return registry.all(Kind.MODEL).stream().map(model -> new Name(Kind.MODEL, model.slug(), model.name())).toList();
    }

    @Override
    public Subject subject(Name name) {
        return registry.pin(name.slug()).subject();
    }
}

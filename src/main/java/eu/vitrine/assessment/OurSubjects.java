package eu.vitrine.assessment;

import eu.vitrine.facts.Kind;
import eu.vitrine.facts.Subject;
import eu.vitrine.registry.ModelRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every use of the registry, and the organisation. */
@Component
@Order(110)
class OurSubjects implements TrialSubjects {

    private final ModelRegistry registry;

    OurSubjects(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<Name> names() {
        return Stream.of(Kind.USE, Kind.ORGANISATION).flatMap(kind -> registry.all(kind).stream())
                .map(record -> new Name(record.kind(), record.slug(), record.name())).toList();
    }

    @Override
    public Subject subject(Name name) {
        return registry.pin(name.kind(), name.slug()).subject();
    }
}

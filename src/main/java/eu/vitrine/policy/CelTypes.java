package eu.vitrine.policy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import eu.vitrine.facts.FactDeclaration;
import eu.vitrine.facts.FactType;
import eu.vitrine.facts.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The vocabulary as CEL types: a structure per dotted prefix, so that {@code model.training.compute} is type-checked. */
final class CelTypes implements CelTypeProvider {

    private final Map<String, Map<String, CelType>> fields = new LinkedHashMap<>();
    private final Map<String, CelType> structs = new HashMap<>();

    /**
     * Types for a vocabulary, the figures of the law and the derived values.
     *
     * @param law names with the types of the figures of the law
     * @param house names with the types of an organisation's own figures
     * @param derived names with the types of derived values
     */
    CelTypes(Vocabulary vocabulary, Map<String, CelType> law, Map<String, CelType> house, Map<String, CelType> derived) {
        for (FactDeclaration fact : vocabulary.facts()) {
            declare(fact.id(), typeOf(fact));
        }
        fields.put("law", law);
        fields.put("house", house);
        fields.put("derived", derived);
        fields.forEach((name, members) -> structs.put(typeName(name), StructType.create(
                typeName(name), ImmutableSet.copyOf(members.keySet()), field -> Optional.ofNullable(members.get(field)))));
    }

    private void declare(String id, CelType type) {
        int dot = id.lastIndexOf('.');
        String parent = id.substring(0, dot);
        fields.computeIfAbsent(parent, p -> new LinkedHashMap<>()).put(id.substring(dot + 1), type);
        while (parent.indexOf('.') > 0) {
            dot = parent.lastIndexOf('.');
            String grandparent = parent.substring(0, dot);
            fields.computeIfAbsent(grandparent, p -> new LinkedHashMap<>())
                    .putIfAbsent(parent.substring(dot + 1), struct(parent));
            parent = grandparent;
        }
    }

    private CelType typeOf(FactDeclaration fact) {
        if (fact.type() == FactType.LIST) {
            return ListType.create(SimpleType.STRING);
        }
        if (fact.type() == FactType.TABLE) {
            String row = fact.id() + "_row";
            Map<String, CelType> columns = new LinkedHashMap<>();
            fact.columns().forEach(column -> columns.put(column.name(), simple(column.type())));
            fields.put(row, columns);
            return ListType.create(struct(row));
        }
        return simple(fact.type());
    }

    private static CelType simple(FactType type) {
        return switch (type) {
            case BOOLEAN -> SimpleType.BOOL;
            case INTEGER -> SimpleType.INT;
            case DECIMAL, QUANTITY, MONEY -> SimpleType.DOUBLE;
            case DATE -> SimpleType.TIMESTAMP;
            default -> SimpleType.STRING;
        };
    }

    /** A name that no expression can mean: a type named like a path would hide the facts below it. */
    private static String typeName(String path) {
        return "Facts_" + path.replace('.', '_');
    }

    /** Whether there are facts below this path. */
    boolean has(String path) {
        return structs.containsKey(typeName(path));
    }

    /** The structure with this name, for declaring a variable. */
    CelType struct(String name) {
        return StructTypeReference.create(typeName(name));
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(structs.get(name));
    }
}

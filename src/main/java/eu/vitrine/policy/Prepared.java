package eu.vitrine.policy;

import eu.vitrine.facts.Located;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** placeholder */
final class Prepared implements Expressions {
    static @Nullable Prepared forFiles(Map<String, String> files) { return null; }
    @Override
    public Expr read(Located.Scalar text, Type type, String element) { throw new IllegalStateException(); }
}

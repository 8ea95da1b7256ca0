package eu.vitrine.dossier;

import eu.vitrine.policy.PolicySet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * Numbers that a policy set holds as data of the law, as they were on a day. {@link PolicySet#lawData()} is open and the type of
 * its elements is not, so they are read by reflection.
 */
record LawLines(PolicySet policySet, LocalDate day) {

    static final String INDICATOR = "gpai_indicator";
    static final String PRESUMPTION = "systemic_risk_presumption";
    static final String OWN_LOW = "own_figure_low";
    static final String OWN_HIGH = "own_figure_high";
    static final String OTHER_LOW = "other_figure_low";
    static final String OTHER_HIGH = "other_figure_high";

    /** The number of this name, or empty where the set has none. */
    OptionalDouble number(String name) {
        for (Object datum : policySet.lawData()) {
            if (name.equals(call(datum, "name")) && call(datum, "on", day) instanceof Number number) {
                return OptionalDouble.of(number.doubleValue());
            }
        }
        return OptionalDouble.empty();
    }

    private static Object call(Object datum, String name, Object... arguments) {
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {LocalDate.class};
            Method method = datum.getClass().getDeclaredMethod(name, types);
            method.setAccessible(true);
            return method.invoke(datum, arguments);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the data of the law cannot be read", e);
        }
    }
}

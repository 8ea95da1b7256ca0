package eu.vitrine.dossier;

import eu.vitrine.policy.LawDatum;
import eu.vitrine.policy.PolicySet;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** Numbers that a policy set holds as data of the law, as they were on a day. */
record LawLines(PolicySet policySet, LocalDate day) {

    static final String INDICATOR = "gpai_indicator";
    static final String PRESUMPTION = "systemic_risk_presumption";
    static final String OWN_LOW = "own_figure_low";
    static final String OWN_HIGH = "own_figure_high";
    static final String OTHER_LOW = "other_figure_low";
    static final String OTHER_HIGH = "other_figure_high";

    /** The number of this name, or empty where the set has none. */
    OptionalDouble number(String name) {
        for (LawDatum datum : policySet.lawData()) {
            if (datum.name().equals(name) && datum.on(day) instanceof Double number) {
                return OptionalDouble.of(number);
            }
        }
        return OptionalDouble.empty();
    }
}

package eu.vitrine.cli;

import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options about the law: which policies, and as of which day. */
final class PolicyOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--policies", paramLabel = "DIR", description = "Use the policies in this folder instead of those on board.")
    private @Nullable Path policies;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Read the law as of this day, for example 2027-08-02. Default: today in Brussels.")
    private @Nullable String asOf;

    /**
     * The chosen set.
     *
     * @throws eu.vitrine.facts.InvalidFile when it is not valid
     */
    PolicySet policySet() {
        return policies == null ? PolicyFolder.shipped() : PolicyFolder.in(policies);
    }

    LocalDate asOf(LocalDate today) {
        if (asOf == null) {
            return today;
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "\"" + asOf + "\" is not a day of the calendar; write it as 2027-08-02");
        }
    }
}

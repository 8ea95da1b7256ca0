package eu.vitrine.cli;

import eu.vitrine.policy.LawDays;
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

    @Option(names = "--overlay", paramLabel = "DIR",
            description = "Lay this folder over the policies: the organisation's own facts, house rules, figures and switches.")
    private @Nullable Path overlay;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Read the law as of this day, for example 2027-08-02. Default: today in Brussels.")
    private @Nullable String asOf;

    /**
     * The chosen set.
     *
     * @throws eu.vitrine.facts.InvalidFile when it is not valid
     */
    PolicySet policySet() {
        if (overlay == null) {
            return policies == null ? PolicyFolder.shipped() : PolicyFolder.in(policies);
        }
        return PolicyFolder.of(PolicyFolder.withOverlay(
                policies == null ? PolicyFolder.shippedFiles() : PolicyFolder.files(policies), overlay));
    }

    /** The day asked for, else today; the law of the set must be there to read on it. */
    LocalDate asOf(LocalDate today, PolicySet set) {
        if (asOf == null) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(asOf);
            LawDays days = set.days();
            if (!days.hold(day)) {
                throw new CommandLine.ParameterException(spec.commandLine(), days.refusal(day));
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "\"" + asOf + "\" is not a day of the calendar; write it as 2027-08-02");
        }
    }
}

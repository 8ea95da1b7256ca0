package eu.vitrine.cli;

import eu.vitrine.policy.Policy;
import eu.vitrine.policy.PolicySet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the policies of a set. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the policies of a set.",
        exitCodeListHeading = "%nExit status:%n", exitCodeList = {"0:done", "2:the set is not valid", "3:wrong usage"})
final class PolicyListCommand implements Callable<Integer> {

    private final Output output;

    @Mixin
    private PolicyOptions policies = new PolicyOptions();

    PolicyListCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        PolicySet set = policies.policySet();
        output.out().println("Policy set " + set.identity().version() + ", " + set.identity().lawVersion());
        for (Policy.Role role : List.of(Policy.Role.CLASSIFICATION, Policy.Role.CONDITION, Policy.Role.DUTY, Policy.Role.POINT,
                Policy.Role.ROUTE, Policy.Role.OUR_DUTY, Policy.Role.USE_RIGHT, Policy.Role.HOUSE_RULE, Policy.Role.CITATION,
                Policy.Role.DERIVATION)) {
            List<Policy> some = set.policies().stream().filter(policy -> policy.role() == role)
                    .sorted(Comparator.comparingInt(Policy::order)).toList();
            if (some.isEmpty()) {
                continue;
            }
            output.out().println();
            output.out().println(heading(role));
            TextTable table = new TextTable();
            some.forEach(policy -> table.row("  " + policy.id(), policy.title(), policy.reference()));
            table.print(output.out());
        }
        output.out().flush();
        return Exit.OK;
    }

    private static String heading(Policy.Role role) {
        return switch (role) {
            case CLASSIFICATION -> "Classifications";
            case CONDITION -> "Conditions behind them";
            case DUTY -> "Duties of the provider of the model";
            case POINT -> "Points of the annexes, judged inside those duties";
            case OUR_DUTY -> "Our own duties";
            case USE_RIGHT -> "Use rights under licence and terms";
            case HOUSE_RULE -> "Our house rules";
            case CITATION -> "Provisions that are cited";
            case ROUTE -> "Ways to demonstrate duties";
            case DERIVATION -> "Derived values";
        };
    }
}

package eu.vitrine.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands about policies. */
@Command(name = "policy", mixinStandardHelpOptions = true, description = "Lists, explains and tests policies.")
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: test, list or explain");
    }
}

package eu.vitrine.cli;

import eu.vitrine.facts.InvalidFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(name = "vitrine", mixinStandardHelpOptions = true, versionProvider = ProductVersion.class,
        description = "Which AI models may we use, for what, and why: assessments and dossiers for Regulation (EU) 2024/1689.",
        footer = {"", "Without a command, or with \"serve\", the server starts."})
public final class Commands implements Runnable {

    /** As-of dates are read in the zone of the institutions. */
    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command.
     *
     * @param clock tells what day it is where no date is given
     * @return the exit status: 0 done, 1 failed, 2 unreadable input or undecided, 3 wrong usage, 4 no answer of a server
     */
    public static int run(Clock clock, String... args) {
        return run(clock, new Output(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8), new PrintWriter(System.err, true, StandardCharsets.UTF_8)), args);
    }

    static int run(Clock clock, Output output, String... args) {
        LocalDate today = LocalDate.now(clock.withZone(BRUSSELS));
        CommandLine commandLine = new CommandLine(new Commands())
                .addSubcommand(new AssessCommand(output, today))
                .addSubcommand(new DossierCommand(output, today))
                .addSubcommand(new BundleCommand(output))
                .addSubcommand(new VerifyCommand(output))
                .addSubcommand(new GateCommand(output))
                .addSubcommand(new CommandLine(new PolicyCommand())
                        .addSubcommand(new PolicyTestCommand(output))
                        .addSubcommand(new PolicyListCommand(output))
                        .addSubcommand(new PolicyExplainCommand(output, today)))
                .setOut(output.out())
                .setErr(output.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof InvalidFile invalid) {
                        output.problems(invalid.problems());
                        return Exit.UNREADABLE;
                    }
                    throw failure;
                });
        everyCommand(commandLine);
        return commandLine.execute(args);
    }

    /** Wrong usage ends with 3 everywhere. */
    private static void everyCommand(CommandLine command) {
        command.getCommandSpec().exitCodeOnInvalidInput(Exit.USAGE);
        command.getSubcommands().values().forEach(Commands::everyCommand);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command");
    }
}

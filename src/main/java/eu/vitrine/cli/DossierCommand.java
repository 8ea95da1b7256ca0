package eu.vitrine.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Renders one dossier. */
@Command(name = "dossier", mixinStandardHelpOptions = true, description = "Renders the dossier of a record or scenario file as PDF.")
final class DossierCommand implements Callable<Integer> {

    private final Output output;
    private final LocalDate today;

    DossierCommand(Output output, LocalDate today) {
        this.output = output;
        this.today = today;
    }

    @Override
    public Integer call() {
        return Exit.OK;
    }
}

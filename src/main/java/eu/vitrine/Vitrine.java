package eu.vitrine;

import eu.vitrine.cli.Commands;
import java.time.Clock;

/** Where the product starts: a command over files, or the server. */
public final class Vitrine {

    private Vitrine() {}

    /** Starts the server without arguments or with {@code serve}, and runs a command otherwise. */
    public static void main(String... args) {
        if (args.length == 0 || args[0].equals("serve") || args[0].startsWith("--spring.") || args[0].startsWith("--server.")) {
            VitrineServer.run(args);
        } else {
            System.exit(Commands.run(Clock.systemUTC(), args));
        }
    }
}

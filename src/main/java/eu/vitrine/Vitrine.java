package eu.vitrine;

import eu.vitrine.cli.Commands;
import java.time.Clock;

/** Where the product starts: a command over files, or the server. */
public final class Vitrine {

    private Vitrine() {}

    /** Starts the server without arguments or with {@code serve}, and runs a command otherwise. */
    public static void main(String... args) {
        System.exit(Commands.run(Clock.systemUTC(), args));
    }
}

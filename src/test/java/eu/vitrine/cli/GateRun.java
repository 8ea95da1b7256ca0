package eu.vitrine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;

/** One run of the gate, as a pipeline sees it. */
public record GateRun(int exit, String out, String err) {

    /** @param args what follows {@code gate} */
    public static GateRun of(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = Commands.run(Clock.systemUTC(), new Output(new PrintWriter(out), new PrintWriter(err)), Stream.concat(Stream.of("gate"), Arrays.stream(args)).toArray(String[]::new));
        return new GateRun(exit, out.toString(), err.toString());
    }
}

package eu.vitrine.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a server whether a model may be used, for pipelines. Nothing but a server's yes ends with 0. */
@Command(name = "gate", mixinStandardHelpOptions = true, description = "Asks a server whether a model may be used for a use.",
        footer = {"", "The API token comes from the environment variable VITRINE_TOKEN or a file, never from the command line, which others can see."},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:may be used; conditions are printed", "1:must not be used, approval expired or withdrawn", "2:not decided yet, or no such model or use",
            "3:wrong usage", "4:no answer: server unreachable, token refused, or an answer that is no verdict"})
final class GateCommand implements Callable<Integer> {

    /** The variable that holds the token. */
    static final String VARIABLE = "VITRINE_TOKEN";

    private static final Duration WHOLE = Duration.ofSeconds(15);
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    enum Format { TEXT, JSON }

    enum FailOn { CONDITIONS }

    private final Output output;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL[@VERSION]", description = "Slug, package URL or hub repository of the model.")
    private String model = "";

    @Option(names = "--use", required = true, paramLabel = "USE", description = "Slug of the use.")
    private String use = "";

    @Option(names = "--server", required = true, paramLabel = "URL", description = "Address of the server; https, or http on this machine.")
    private String server = "";

    @Option(names = "--plain-http", description = "Allows http to another machine: token and answer can then be read and changed on the way.")
    private boolean plain;

    @Option(names = "--token-file", paramLabel = "FILE", description = "File that holds the API token.")
    private @Nullable Path tokenFile;

    @Option(names = "--fail-on", paramLabel = "conditions", description = "With conditions: an approval under conditions ends with 1.")
    private List<FailOn> failOn = List.of();

    @Option(names = "--format", paramLabel = "text|json", description = "text (default) or json.")
    private Format format = Format.TEXT;

    GateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        GateAnswer answer = new GateServer(address(), token(), WHOLE).ask(model, use, failOn.contains(FailOn.CONDITIONS));
        if (format == Format.JSON) {
            answer.json(output.out(), model, use);
        } else {
            answer.text(answer.answer() == null ? output.err() : output.out());
        }
        return answer.exit();
    }

    private URI address() {
        URI uri;
        try {
            uri = new URI(server);
        } catch (URISyntaxException e) {
            throw wrong("\"" + server + "\" is no address of a server, such as https://vitrine.example.eu");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !Set.of("https", "http").contains(scheme) || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw wrong("\"--server\" takes the address of a server alone, such as https://vitrine.example.eu");
        }
        if (scheme.equals("http") && !plain && !OURSELVES.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw wrong("The token would travel in the clear: name the server by https, or say --plain-http");
        }
        return uri;
    }

    private String token() {
        String found = tokenFile == null ? System.getenv(VARIABLE) : content(tokenFile);
        if (found == null || found.isBlank()) {
            throw wrong("An API token is needed: set " + VARIABLE + " or name a file by --token-file");
        }
        String token = found.strip();
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw wrong("What was given as API token is none");
        }
        return token;
    }

    private String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrong("The file of the token, " + file + ", cannot be read");
        }
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }
}

package eu.vitrine.bench;

import eu.vitrine.exchange.RecordReader;
import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Subject;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the milliseconds since its process was started at which the policy set is ready and the first record is assessed. */
final class FirstAnswer {

    private static final Path RECORD = Path.of("src/main/resources/catalogue/deepseek-r1.yaml");

    private FirstAnswer() {}

    /** Takes the time of the start in milliseconds since 1970. */
    public static void main(String... args) throws IOException {
        long start = Long.parseLong(args[0]);
        lap("begin", start);
        PolicySet set = PolicyFolder.shipped();
        lap("ready", start);
        Source source = new Source(RECORD.toString(), Files.readAllBytes(RECORD));
        Subject subject = RecordReader.with(set.vocabulary()).read(List.of(source)).subjects().getFirst();
        lap("read", start);
        set.evaluate(subject, Catalogue.DAY);
        lap("first", start);
    }

    private static void lap(String name, long start) {
        System.out.println(name + "=" + (System.currentTimeMillis() - start));
    }
}

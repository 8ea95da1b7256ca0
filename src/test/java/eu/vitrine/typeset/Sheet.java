package eu.vitrine.typeset;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the document that uses every feature; also started as its own JVM by the tests. */
final class Sheet {

    private Sheet() {}

    public static void main(String[] arguments) throws Exception {
        byte[] pdf = Typesetter.with(Theme.standard())
                .typeset(Samples.body(Samples.everything()), Samples.info(), Samples.attachments());
        Files.write(Path.of(arguments[0]), pdf);
    }
}

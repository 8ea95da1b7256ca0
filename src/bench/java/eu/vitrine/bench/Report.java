package eu.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Results as they come: printed at once, and kept in Markdown. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    void line(String words) {
        System.out.println(words);
        System.out.flush();
        text.append(words).append('\n');
    }

    void columns(String... names) {
        row((Object[]) names);
        line("|" + String.join("|", Collections.nCopies(names.length, "---")) + "|");
    }

    /** Numbers are written with as many digits as can be trusted: none from 100 on, one from 10 on, two below. */
    void row(Object... cells) {
        List<String> words = Arrays.stream(cells).map(cell -> cell instanceof Double number ? digits(number) : cell.toString()).toList();
        line("| " + String.join(" | ", words) + " |");
    }

    static String digits(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : "%.2f", number);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}

package eu.vitrine.bench;

import eu.vitrine.dossier.DossierContent;
import eu.vitrine.dossier.DossierMarkup;
import eu.vitrine.dossier.DossierRenderer;
import eu.vitrine.policy.PolicyFolder;
import eu.vitrine.policy.PolicySet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openpdf.text.pdf.PdfReader;

/** Pages set per second of processor time, beside two other ways of setting the same text, and in a small heap. */
final class Documents {

    private static final long WARM_UP = 4_000;
    private static final int DOSSIER_ROUNDS = 7;
    private static final int SMALL_HEAP = 96;
    private static final List<Size> SIZES = List.of(new Size(10, 31), new Size(50, 21), new Size(300, 7));

    private record Size(int pages, int rounds) {}

    private final Report report;
    private final Path folder;
    private final List<DossierContent> dossiers;
    private final Map<Press, Press.Ready> presses = new EnumMap<>(Press.class);

    Documents(Report report, Path folder) throws IOException {
        this.report = report;
        this.folder = folder;
        PolicySet set = PolicyFolder.shipped();
        this.dossiers = Catalogue.read(set).dossiers(set);
        for (Press press : Press.values()) {
            presses.put(press, press.ready());
        }
    }

    void measure() throws IOException, InterruptedException {
        whole();
        beside();
        smallHeap();
    }

    /** From findings to the finished file: words, templates, layout, attachment. */
    private void whole() {
        DossierRenderer renderer = DossierRenderer.shipped();
        int pages = dossiers.stream().mapToInt(dossier -> pages(renderer.render(dossier))).sum();
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put("templates", () -> dossiers.forEach(DossierMarkup::of));
        tasks.put("all", () -> dossiers.forEach(renderer::render));
        Map<String, Rounds.Median> medians = Rounds.interleaved(tasks, WARM_UP, DOSSIER_ROUNDS);
        report.heading("The 28 dossiers");
        report.line(dossiers.size() + " dossiers, " + pages + " pages together; from the evaluation to the finished file; median of " + DOSSIER_ROUNDS + " rounds, one thread.");
        report.line("");
        report.columns("what", "CPU ms per dossier", "CPU ms per page", "pages per CPU second", "with GC and compiler, ms per dossier");
        row("whole dossier", medians.get("all"), pages);
        row("of it, words and templates", medians.get("templates"), pages);
    }

    private void row(String name, Rounds.Median median, int pages) {
        report.row(name, median.cpu() / dossiers.size(), median.cpu() / pages, pages / median.cpu() * 1e3, median.process() / dossiers.size());
    }

    private void beside() throws IOException {
        Volume volume = Volume.of(dossiers.stream().map(DossierMarkup::of).toList());
        report.heading("Pages set, beside others on the same text");
        report.line("Text of real dossiers, one after the other, without drawings, contents and page references; one thread; the ways in turn.");
        report.line("");
        report.columns("pages wanted", "by", "pages", "KB", "CPU ms", "with GC and compiler, ms", "pages per CPU second", "CPU beside ours");
        for (Size size : SIZES) {
            String text = volume.about(size.pages(), xhtml -> pages(presses.get(Press.OURS).pdf(xhtml)));
            Files.writeString(folder.resolve("text-" + size.pages() + ".xhtml"), text);
            beside(size, text);
        }
    }

    private void beside(Size size, String text) throws IOException {
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        presses.forEach((press, ready) -> tasks.put(press.name(), () -> ready.pdf(text)));
        Map<String, Rounds.Median> medians = Rounds.interleaved(tasks, WARM_UP, size.rounds());
        double ours = medians.get(Press.OURS.name()).cpu();
        for (Press press : Press.values()) {
            byte[] pdf = presses.get(press).pdf(text);
            Files.write(folder.resolve(press.name().toLowerCase(Locale.ROOT) + "-" + size.pages() + ".pdf"), pdf);
            Rounds.Median median = medians.get(press.name());
            int pages = pages(pdf);
            report.row(size.pages(), press.words(), pages, pdf.length / 1024, median.cpu(), median.process(), pages / median.cpu() * 1e3, median.cpu() / ours);
        }
    }

    private void smallHeap() throws IOException, InterruptedException {
        report.heading("300 pages in a heap of " + SMALL_HEAP + " MB");
        report.line("A fresh Java virtual machine each, so the CPU time is a cold one.");
        report.line("");
        report.columns("by", "works", "peak of the heap pools, MB", "CPU ms, cold");
        for (Press press : Press.values()) {
            Map<String, Double> numbers = Child.java(List.of("-Xmx" + SMALL_HEAP + "m", "-XX:+UseSerialGC"), OneDocument.class, press.name(),
                    folder.resolve("text-300.xhtml").toString());
            if (numbers.isEmpty()) {
                report.row(press.words(), "no", "", "");
            } else {
                report.row(press.words(), "yes", numbers.get("peak"), numbers.get("cpu"));
            }
        }
    }

    private static int pages(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            return reader.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

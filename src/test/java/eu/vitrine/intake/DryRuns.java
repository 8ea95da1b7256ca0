package eu.vitrine.intake;

import eu.vitrine.Browser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Uploads and waits, as a person does, until the report is there. */
final class DryRuns {

    private DryRuns() {}

    static Browser.Page upload(Browser officer, String name, String text) {
        return upload(officer, List.of(new Browser.Upload(name, text.getBytes(StandardCharsets.UTF_8))));
    }

    static Browser.Page upload(Browser officer, List<Browser.Upload> files) {
        officer.get("/imports");
        return ended(officer, officer.upload("/imports", "files", files));
    }

    static Browser.Page ended(Browser officer, Browser.Page first) {
        Browser.Page page = first;
        for (int i = 0; i < 300 && page.body().contains("<progress"); i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
            page = officer.get(page.path());
        }
        return page;
    }
}

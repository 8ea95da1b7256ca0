package eu.vitrine.intake;

import eu.vitrine.exchange.Source;
import eu.vitrine.facts.Day;
import eu.vitrine.formats.Formats;
import eu.vitrine.formats.Origin;
import eu.vitrine.registry.NoSuchRecord;
import eu.vitrine.registry.OneOrganisation;
import eu.vitrine.registry.SlugTaken;
import eu.vitrine.registry.StaleRevision;
import eu.vitrine.registry.UnknownReference;
import eu.vitrine.web.FormErrors;
import eu.vitrine.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages by which an officer brings files in: upload, report, confirm, take back. Others read. */
@Controller
@RequestMapping("/imports")
@PreAuthorize("hasRole('OFFICER')")
class ImportPages {

    private static final int RECENT = 20;
    private static final int PAGE = 50;
    private static final String ALL = "all";

    private final Uploads uploads;
    private final Imports imports;
    private final ImportReport reports;
    private final ErrorFile errorFile;
    private final Formats formats;
    private final Clock clock;
    private final ImportLimits limits;

    ImportPages(Uploads uploads, Imports imports, ImportReport reports, ErrorFile errorFile, Formats formats, Clock clock,
            ImportLimits limits) {
        this.uploads = uploads;
        this.imports = imports;
        this.reports = reports;
        this.errorFile = errorFile;
        this.formats = formats;
        this.clock = clock;
        this.limits = limits;
    }

    @GetMapping
    String form(Model page) {
        return shown(new FormErrors(), new Form("", "", ""), page);
    }

    /** What a person has filled in beside the files. */
    record Form(String format, String url, String date) {}

    private String shown(FormErrors errors, Form form, Model page) {
        page.addAttribute("errors", errors);
        page.addAttribute("form", form);
        page.addAttribute("formats", formats.all());
        page.addAttribute("recent", imports.newest(0, RECENT));
        page.addAttribute("examples", ExampleFiles.NAMES);
        return "intake/imports";
    }

    /** Keeps the files and runs dry; nothing is saved in the registry by it. */
    @PostMapping
    String take(@RequestParam(required = false) @Nullable List<MultipartFile> files, @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") String date, Model page, HttpServletResponse response)
            throws IOException {
        List<Source> sources = sources(files);
        FormErrors errors = new FormErrors();
        if (sources.isEmpty()) {
            errors.add("files", "import.files.missing");
        }
        if (!url.isBlank() && !url.strip().matches("https?://[^/\\s]\\S{0,1900}")) {
            errors.add("url", "import.url.wrong");
        }
        Day day = date.isBlank() ? null : Day.parse(date.strip()).orElse(null);
        if (!date.isBlank() && day == null) {
            errors.add("date", "import.date.wrong");
        }
        if (errors.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return shown(errors, new Form(format, url, date), page);
        }
        UUID id = uploads.take(sources, formats.of(format).isPresent() ? format : null, new Origin(url.isBlank() ? null : url.strip(), day));
        return "redirect:" + (imports.get(id).state() == ImportJob.State.COLUMNS ? columnsOf(id) : path(id));
    }

    private static List<Source> sources(@Nullable List<MultipartFile> files) throws IOException {
        var sources = new ArrayList<Source>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                sources.add(new Source(Objects.requireNonNullElse(file.getOriginalFilename(), "file"), file.getBytes()));
            }
        }
        return sources;
    }

    static String path(UUID id) {
        return "/imports/" + id;
    }

    private static String columnsOf(UUID id) {
        return path(id) + "/columns";
    }

    /** Every import that the person may see. */
    @GetMapping("/all")
    @PreAuthorize(Imports.READERS)
    String all(@RequestParam(defaultValue = "1") int page, Model model) {
        int from = (Math.clamp(page, 1, 10_000) - 1) * PAGE;
        List<ImportJob> jobs = imports.newest(from, PAGE + 1);
        model.addAttribute("jobs", jobs.stream().limit(PAGE).toList());
        model.addAttribute("previous", from > 0 ? from / PAGE : null);
        model.addAttribute("next", jobs.size() > PAGE ? from / PAGE + 2 : null);
        return "intake/all";
    }

    @GetMapping("/{id}")
    @PreAuthorize(Imports.READERS)
    String job(@PathVariable UUID id, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") int page, Model model,
            HttpServletResponse response) {
        ImportJob job = imports.get(id);
        boolean own = imports.isOwn(job);
        if (job.state() == ImportJob.State.COLUMNS && own) {
            return "redirect:" + columnsOf(id);
        }
        boolean running = job.state() == ImportJob.State.CHECKING && !job.isStopped(clock.instant());
        if (running) {
            response.setHeader("Refresh", "2"); // the page works when it is loaded again, with and without scripts
        }
        model.addAttribute("job", job);
        model.addAttribute("own", own);
        model.addAttribute("keptUntil", job.endedAt().plus(limits.keepFiles()));
        model.addAttribute("running", running);
        model.addAttribute("stopped", job.isStopped(clock.instant()));
        model.addAttribute("formats", formats.all());
        reports.onto(model, job, show, page);
        return "intake/import";
    }

    /** Runs dry again, perhaps as another format. */
    @PostMapping("/{id}/check")
    String check(@PathVariable UUID id, @RequestParam(defaultValue = "") String format, RedirectAttributes redirect) {
        try {
            uploads.again(id, format.isBlank() ? null : format, false);
        } catch (ImportNotReady e) {
            Notice.on(redirect, e.key());
        }
        return "redirect:" + path(id);
    }

    @PostMapping("/{id}/confirm")
    String confirm(@PathVariable UUID id, @RequestParam(defaultValue = ALL) String rows, RedirectAttributes redirect) {
        try {
            Notice.on(redirect, "import.confirmed", imports.confirm(id, !rows.equals(ALL)));
        } catch (ImportNotReady e) {
            Notice.on(redirect, e.key());
        } catch (StaleRevision | NoSuchRecord | SlugTaken | OneOrganisation | UnknownReference e) {
            uploads.again(id, null, true);
            Notice.on(redirect, "import.moved-on");
        }
        return "redirect:" + path(id);
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable UUID id, RedirectAttributes redirect) {
        try {
            Notice.on(redirect, "import.undone", imports.undo(id));
        } catch (ImportNotReady e) {
            Notice.on(redirect, e.key());
        } catch (StaleRevision e) {
            Notice.on(redirect, "import.undo.too-late", e.present().pin().slug(), e.present().by().name());
        }
        return "redirect:" + path(id);
    }

    @GetMapping("/{id}/errors.csv")
    @PreAuthorize(Imports.READERS)
    ResponseEntity<byte[]> errors(@PathVariable UUID id) {
        ImportJob job = imports.get(id);
        String name = job.files().getFirst().name().replaceAll("\\.[^.]*$", "") + "-errors.csv";
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, java.nio.charset.StandardCharsets.UTF_8).build().toString())
                .body(errorFile.of(job));
    }
}

package io.daybook.app.imports;

import io.daybook.app.imports.job.ImportJob;
import io.daybook.app.imports.job.ImportJobs;
import io.daybook.app.imports.job.Kind;
import io.daybook.app.imports.job.Spool;
import io.daybook.app.imports.job.UnusableFile;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Form;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes files from operators and tells how far they got. */
@RestController
@RequestMapping("/admin/imports")
final class ImportsEndpoint {
    private static final int LATEST = 50;

    private final ImportJobs jobs;
    private final List<Kind> kinds;
    private final Spool spool;

    /**
     * @param kinds that come as files
     */
    ImportsEndpoint(ImportJobs jobs, List<Kind> kinds, Spool spool) {
        this.jobs = jobs;
        this.kinds = kinds;
        this.spool = spool;
    }

    /** The id of the job that sends the file. */
    record Accepted(UUID id) {}

    /**
     * Takes the body as a file, plain or gzip. Currency and location apply to lines that do not say theirs. The same file again while its import is unfinished joins, or resumes, that import.
     */
    @PostMapping("/{kind}")
    ResponseEntity<Accepted> take(
            @PathVariable String kind,
            @RequestParam @Nullable String currency,
            @RequestParam @Nullable String location,
            HttpServletRequest request)
            throws IOException {
        Kind wanted = kinds.stream()
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refused(new UnknownImport(kind)));
        String money = currency == null
                ? wanted.currency()
                : Form.read("currency", currency, given -> Money.zero(given).currency());
        LocationId place = location == null ? ImportJobs.WAREHOUSE : Form.read("location", location, LocationId::new);
        UUID fresh = UUID.randomUUID();
        Spool.Spooled file = receive(fresh, request);
        UUID id = jobs.submit(fresh, kind, money, place, file);
        if (!id.equals(fresh)) {
            spool.delete(file.name());
        }
        return ResponseEntity.accepted().body(new Accepted(id));
    }

    @GetMapping("/{id}")
    ImportReport report(@PathVariable UUID id) throws IOException {
        return ImportReport.of(job(id), spool);
    }

    /** The rejected lines as CSV. */
    @GetMapping("/{id}/rejects")
    ResponseEntity<Resource> rejects(@PathVariable UUID id) throws IOException {
        Path file = spool.rejects(job(id).id());
        if (!Files.exists(file)) {
            throw new Refused(new UnknownImport(id + "/rejects"));
        }
        return ResponseEntity.ok().contentType(new MediaType("text", "csv")).body(new FileSystemResource(file));
    }

    /** The latest ones, newest first. */
    @GetMapping
    List<ImportReport> latest() throws IOException {
        List<ImportJob> latest = jobs.latest(LATEST);
        var reports = new ArrayList<ImportReport>(latest.size());
        for (ImportJob job : latest) {
            reports.add(ImportReport.of(job, spool));
        }
        return reports;
    }

    private Spool.Spooled receive(UUID id, HttpServletRequest request) throws IOException {
        try {
            return spool.receive(id, request.getInputStream());
        } catch (UnusableFile e) {
            throw new BadField("body", String.valueOf(e.getMessage()));
        }
    }

    private ImportJob job(UUID id) {
        return jobs.find(id).orElseThrow(() -> new Refused(new UnknownImport(id.toString())));
    }
}

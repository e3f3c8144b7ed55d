package io.daybook.app.admin;

import io.daybook.app.problem.Told;
import io.daybook.app.serve.Role;
import io.daybook.app.serve.Roles;
import io.daybook.projections.audit.StockAudits;
import io.daybook.projections.audit.StockReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether stock is what the log says it must be, in the log itself and in every view. */
@RestController
@RequestMapping("/admin/stock/audit")
final class StockAuditEndpoint {
    private final StockAudits audits;
    private final Roles roles;

    StockAuditEndpoint(StockAudits audits, Roles roles) {
        this.audits = audits;
        this.roles = roles;
    }

    /**
     * @param state running, done or failed
     * @param report null unless it is done
     */
    record Audit(
            String state,
            long eventsDone,
            long eventsTotal,
            @Nullable String error,
            @Nullable StockReport report) {
        static Audit of(StockAudits.State now) {
            String state = now.report() != null ? "done" : now.failure() != null ? "failed" : "running";
            return new Audit(state, now.read(), now.toRead(), now.failure(), now.report());
        }
    }

    /** Begins one, or attaches to the one that runs here. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Audit start() {
        roles.require(Role.PROJECTIONS);
        return Audit.of(audits.start());
    }

    @GetMapping
    Audit latest() {
        roles.require(Role.PROJECTIONS);
        return audits.latest()
                .map(Audit::of)
                .orElseThrow(() -> new Told(404, "stock.never-verified", "This node has not verified its stock."));
    }
}

package io.daybook.app.admin;

import io.daybook.app.serve.Roles;
import io.daybook.infra.eventstore.Adoption;
import io.daybook.projections.history.EventLog;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs and how far it is, on one page. */
@RestController
final class StatusEndpoint {
    private final Roles roles;
    private final Adoption adoption;
    private final EventLog log;
    private final ViewsEndpoint views;

    StatusEndpoint(Roles roles, Adoption adoption, EventLog log, ViewsEndpoint views) {
        this.roles = roles;
        this.adoption = adoption;
        this.log = log;
        this.views = views;
    }

    /**
     * @param store {@code adopted}, or why it is not
     * @param head position of the log's last event
     */
    record Status(List<String> roles, String store, String logId, long head, List<ViewsEndpoint.Row> views) {}

    @GetMapping("/admin/status")
    Status status() {
        return new Status(
                roles.all().stream().map(Object::toString).sorted().toList(),
                adoption.refusal().orElse("adopted"),
                adoption.logId().toString(),
                log.head(),
                views.list());
    }
}

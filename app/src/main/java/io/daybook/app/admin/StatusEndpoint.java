package io.daybook.app.admin;

import io.daybook.app.serve.Roles;
import io.daybook.command.notification.Outbox;
import io.daybook.infra.eventstore.Adoption;
import io.daybook.projections.history.EventLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What runs and how far it is, on one page. */
@RestController
final class StatusEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(StatusEndpoint.class);

    private final Roles roles;
    private final Adoption adoption;
    private final EventLog log;
    private final Outbox outbox;
    private final ViewsEndpoint views;

    StatusEndpoint(Roles roles, Adoption adoption, EventLog log, Outbox outbox, ViewsEndpoint views) {
        this.roles = roles;
        this.adoption = adoption;
        this.log = log;
        this.outbox = outbox;
        this.views = views;
    }

    /**
     * @param store {@code adopted}, or why it is not, or that it does not answer
     * @param head position of the log's last event; null if the store does not answer
     * @param notifications channels in which messages wait, or need a person
     */
    record Status(
            List<String> roles,
            String store,
            String logId,
            @Nullable Long head,
            List<Outbox.Standing> notifications,
            List<ViewsEndpoint.Row> views) {}

    @GetMapping("/admin/status")
    Status status() {
        Long head = head();
        return new Status(
                roles.all().stream().map(Object::toString).sorted().toList(),
                head == null ? "does not answer" : adoption.refusal().orElse("adopted"),
                adoption.logId().toString(),
                head,
                head == null ? List.of() : outbox.standing(),
                views.list());
    }

    /** This page is wanted most when something is down. */
    private @Nullable Long head() {
        try {
            return log.head();
        } catch (RuntimeException e) {
            LOG.debug("the head of the log cannot be told", e);
            return null;
        }
    }
}

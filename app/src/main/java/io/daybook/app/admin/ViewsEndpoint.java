package io.daybook.app.admin;

import io.daybook.app.problem.Problem;
import io.daybook.app.problem.Told;
import io.daybook.app.serve.Role;
import io.daybook.app.serve.Roles;
import io.daybook.projections.rebuild.Comparison;
import io.daybook.projections.rebuild.RebuildProgress;
import io.daybook.projections.rebuild.RebuildProgress.Phase;
import io.daybook.projections.rebuild.RebuildRun;
import io.daybook.projections.running.ViewStatus;
import io.daybook.projections.running.Views;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The views as an operator sees them: how each is, how a rebuild goes on, whether two generations are equal. */
@RestController
@RequestMapping("/admin/views")
final class ViewsEndpoint {
    private final Views views;
    private final Roles roles;

    ViewsEndpoint(Views views, Roles roles) {
        this.views = views;
        this.roles = roles;
    }

    /**
     * @param generation that answers; null if none does
     * @param rows in it now, what was deleted included; null if none answers or its store does not tell
     * @param behind records published but not yet in it; -1 if that cannot be told
     */
    record Row(
            String name,
            @Nullable Integer generation,
            int version,
            @Nullable Long rows,
            long behind,
            String state,
            String summary) {
        static Row of(ViewStatus view) {
            return new Row(
                    view.view(),
                    view.answering(),
                    view.version(),
                    view.rows(),
                    view.behind(),
                    view.health().name().toLowerCase(Locale.ROOT),
                    view.summary());
        }
    }

    /**
     * @param state running, done or failed
     * @param generation 0 before it has a number
     */
    record Rebuild(
            String view,
            int generation,
            String state,
            long eventsDone,
            long eventsTotal,
            @Nullable String error) {
        static Rebuild of(RebuildRun run) {
            RebuildProgress now = run.progress();
            String state = now.ended() ? now.phase() == Phase.PROMOTED ? "done" : "failed" : "running";
            return new Rebuild(now.view(), now.generation(), state, now.replayed(), now.toReplay(), now.failure());
        }
    }

    /**
     * @param different rows that are not equal or are in one generation only
     * @param examples the first of those
     */
    record Compared(String view, int first, int second, long rows, long different, List<String> examples) {}

    /** Empty on a node that has no part in the views: it may not even reach their stores. */
    @GetMapping
    List<Row> list() {
        return roles.has(Role.PROJECTIONS)
                ? views.status().stream().map(Row::of).toList()
                : List.of();
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuild rebuild(@PathVariable String name) {
        return Rebuild.of(views.rebuild(known(name)));
    }

    @GetMapping("/{name}/rebuild")
    Rebuild progress(@PathVariable String name) {
        return views.latestRebuild(known(name))
                .map(Rebuild::of)
                .orElseThrow(() -> new Told(404, "view.never-rebuilt", "This node has not rebuilt " + name + "."));
    }

    /** The generation that answers with the one before it; means something while no events arrive. */
    @PostMapping("/{name}/compare")
    Compared compare(@PathVariable String name) {
        known(name);
        // a rebuild that was done a moment ago may not have reached this node's copy
        views.lookAnew();
        ViewStatus view = views.status(name);
        if (view.serving() == null || view.previous() == null) {
            throw new Told(409, "view.nothing-to-compare", name + " has one generation only; rebuild it first.");
        }
        Comparison compared = views.compare(name, view.previous(), view.serving());
        return new Compared(
                name,
                compared.first(),
                compared.second(),
                compared.rowsOfFirst(),
                compared.differing(),
                compared.examples());
    }

    private String known(String name) {
        roles.require(Role.PROJECTIONS);
        if (!views.names().contains(name)) {
            throw new Told(Problem.of(404, "view.unknown-view", "There is no view " + name + ".")
                    .with("views", views.names()));
        }
        return name;
    }
}

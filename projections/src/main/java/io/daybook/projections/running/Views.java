package io.daybook.projections.running;

import io.daybook.projections.engine.FollowerState;
import io.daybook.projections.engine.FollowerState.Condition;
import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.generation.Generation.State;
import io.daybook.projections.generation.Pointer;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.rebuild.Comparison;
import io.daybook.projections.rebuild.RebuildProgress;
import io.daybook.projections.rebuild.RebuildRefused;
import io.daybook.projections.rebuild.RebuildRun;
import io.daybook.projections.rebuild.Rebuilds;
import io.daybook.projections.rebuild.SourceOffsets;
import io.daybook.projections.running.ViewStatus.Health;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What an operator may see and do: the views' state, a rebuild, a comparison of two generations. */
public final class Views {
    private final List<View<?>> views;
    private final Serving serving;
    private final Followers followers;
    private final Rebuilds rebuilds;
    private final SourceOffsets offsets;

    public Views(List<View<?>> views, Serving serving, Followers followers, Rebuilds rebuilds, SourceOffsets offsets) {
        this.views = views;
        this.serving = serving;
        this.followers = followers;
        this.rebuilds = rebuilds;
        this.offsets = offsets;
    }

    public List<String> names() {
        return views.stream().map(View::name).sorted().toList();
    }

    public List<ViewStatus> status() {
        // side by side, since a store that does not answer takes its time to say so
        List<CompletableFuture<ViewStatus>> asked = names().stream()
                .map(name -> CompletableFuture.supplyAsync(() -> status(name), Thread::startVirtualThread))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /** @throws IllegalArgumentException if there is no such view */
    public ViewStatus status(String name) {
        View<?> view = view(name);
        Optional<Generation> answering = serving.answering(name, view.version());
        Pointer pointer = serving.pointer(name);
        List<FollowerState> following = followers.states(name);
        Optional<RebuildProgress> rebuild = rebuilds.latest(name).map(RebuildRun::progress);
        Look now = answering.map(g -> Look.at(view, g.number(), offsets)).orElse(Look.NOWHERE);
        Verdict verdict = verdict(view, answering, following, now);
        return new ViewStatus(
                name,
                view.version(),
                verdict.health(),
                verdict.summary(),
                answering.map(Generation::number).orElse(null),
                pointer.serving(),
                pointer.previous(),
                now.rows(),
                now.behind(),
                serving.kept(name),
                following,
                rebuild.orElse(null));
    }

    /**
     * Builds a new generation beside the one that answers and switches when it has caught up.
     *
     * @throws IllegalArgumentException if there is no such view
     * @throws RebuildRefused if it is being built already
     */
    public RebuildRun rebuild(String name) {
        return rebuilds.start(view(name));
    }

    /** The rebuild that runs on this node, or else the last that did. */
    public Optional<RebuildRun> latestRebuild(String name) {
        return rebuilds.latest(name);
    }

    /** Reads from the database which generations serve, without waiting to be told. */
    public void lookAnew() {
        serving.refresh();
    }

    /**
     * Compares two generations row by row; means something while no events arrive.
     *
     * @throws IllegalArgumentException if there is no such view, or it keeps no such generation
     */
    public Comparison compare(String name, int first, int second) {
        View<?> view = view(name);
        for (int number : List.of(first, second)) {
            if (serving.kept(name).stream().noneMatch(g -> g.number() == number)) {
                throw new IllegalArgumentException(name + " keeps no generation " + number);
            }
        }
        return Comparison.of(view, first, second);
    }

    private View<?> view(String name) {
        return views.stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no view " + name + " but " + names()));
    }

    private String whyNot(View<?> view) {
        String failure = rebuilds.latest(view.name())
                .map(run -> run.progress().failure())
                .orElse(null);
        return failure == null ? "" : ": " + failure;
    }

    private record Verdict(Health health, String summary) {}

    private Verdict verdict(View<?> view, Optional<Generation> answering, List<FollowerState> following, Look now) {
        if (answering.isEmpty()) {
            return serving.kept(view.name()).stream()
                    .filter(g -> g.state() == State.LOST)
                    .findFirst()
                    .map(g -> new Verdict(Health.RED, "lost: " + g.note() + "; a rebuild is needed"))
                    .orElseGet(() -> new Verdict(
                            Health.RED, "no generation of version " + view.version() + " answers yet" + whyNot(view)));
        }
        for (FollowerState state : following) {
            if (state.condition() == Condition.PARTITION_STOPPED) {
                return new Verdict(Health.RED, "partition stopped: " + state.halts());
            }
            if (state.condition() != Condition.FOLLOWING) {
                return new Verdict(Health.RED, "failing: " + state.failure());
            }
        }
        if (now.behind() < 0) {
            return new Verdict(Health.RED, "the store or Kafka does not answer");
        }
        return rebuilds.running(view.name())
                ? new Verdict(
                        Health.YELLOW,
                        "being rebuilt, answers from generation "
                                + answering.get().number())
                : new Verdict(Health.GREEN, now.behind() == 0 ? "up to date" : now.behind() + " records behind");
    }
}

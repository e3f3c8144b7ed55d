package io.daybook.projections.running;

import io.daybook.projections.engine.FollowMeters;
import io.daybook.projections.engine.FollowSettings;
import io.daybook.projections.engine.View;
import io.daybook.projections.engine.Written;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.rebuild.Lease;
import io.daybook.projections.rebuild.Rebuilds;
import io.daybook.projections.rebuild.SourceOffsets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/** One process of the read side, as the configuration puts it together. */
final class Node implements AutoCloseable {
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Written written = new Written();
    final Serving serving;
    final Views views;
    private final ServingWatch watch;
    private final SourceOffsets offsets;
    private final Rebuilds rebuilds;
    private final Followers followers;

    /**
     * @param version of this node's fold
     */
    Node(Installation at, int version) {
        var dataSource = at.database.dataSource();
        List<View<?>> all = List.of(at.view(version));
        FollowSettings settings =
                new FollowSettings(at.database.addresses().kafkaBootstrap(), at.topicsPrefix, at.topicsPrefix, 1, 500);
        Generations generations = new Generations(dataSource);
        serving = new Serving(generations);
        watch = new ServingWatch(dataSource, serving);
        offsets = new SourceOffsets(settings);
        rebuilds = new Rebuilds(generations, offsets, at.log, new Lease(dataSource), 2);
        FollowerFactory factory =
                new FollowerFactory(settings, at.decoder(), at.log, written, new FollowMeters(meters));
        followers = new Followers(all, serving, watch, generations, rebuilds, factory, true);
        views = new Views(all, serving, followers, rebuilds, offsets);
        watch.start();
        followers.start();
    }

    ViewStatus status() {
        return views.status(Installation.VIEW);
    }

    @Override
    public void close() {
        followers.stop();
        rebuilds.close();
        watch.stop();
        offsets.close();
    }
}

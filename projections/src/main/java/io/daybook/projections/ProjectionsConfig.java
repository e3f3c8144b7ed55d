package io.daybook.projections;

import io.daybook.projections.audit.StockAudits;
import io.daybook.projections.engine.FollowMeters;
import io.daybook.projections.engine.FollowSettings;
import io.daybook.projections.engine.View;
import io.daybook.projections.engine.Written;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordDecoder;
import io.daybook.projections.reading.Freshness;
import io.daybook.projections.rebuild.Lease;
import io.daybook.projections.rebuild.Rebuilds;
import io.daybook.projections.rebuild.SourceOffsets;
import io.daybook.projections.running.FollowerFactory;
import io.daybook.projections.running.Followers;
import io.daybook.projections.running.NoMessagesWhileFolding;
import io.daybook.projections.running.ServingWatch;
import io.daybook.projections.running.Views;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The engine of the read side; every read model has a configuration of its own that brings its {@link View}. Wants a data source, an event log and a record
 * decoder. Whether this node follows and builds is {@code daybook.run.projections}; it answers in any case.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfig {
    @Bean
    Written written() {
        return new Written();
    }

    @Bean
    Freshness freshness(Written written) {
        return new Freshness(written, Freshness.USUAL_WAIT);
    }

    @Bean
    Generations generations(DataSource dataSource) {
        return new Generations(dataSource);
    }

    @Bean
    Serving serving(Generations generations) {
        return new Serving(generations);
    }

    @Bean
    ServingWatch servingWatch(DataSource dataSource, Serving serving) {
        return new ServingWatch(dataSource, serving);
    }

    @Bean
    FollowSettings followSettings(Environment environment) {
        return new FollowSettings(
                environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
                environment.getProperty("daybook.topics.prefix", "daybook."),
                environment.getProperty("daybook.views.prefix", "") + "daybook-",
                environment.getProperty("daybook.projections.concurrency", Integer.class, 1),
                environment.getProperty("daybook.projections.batch", Integer.class, FollowSettings.USUAL_BATCH));
    }

    @Bean
    FollowMeters followMeters(ObjectProvider<MeterRegistry> registry) {
        return new FollowMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    SourceOffsets sourceOffsets(FollowSettings settings) {
        return new SourceOffsets(settings);
    }

    @Bean
    Rebuilds rebuilds(
            Generations generations,
            SourceOffsets offsets,
            EventLog log,
            DataSource dataSource,
            Environment environment) {
        int workers = environment.getProperty("daybook.projections.replay-workers", Integer.class, 2);
        return new Rebuilds(generations, offsets, log, new Lease(dataSource), workers);
    }

    @Bean
    FollowerFactory followerFactory(
            FollowSettings settings, RecordDecoder decoder, EventLog log, Written written, FollowMeters meters) {
        return new FollowerFactory(settings, decoder, log, written, meters);
    }

    @Bean
    Followers followers(
            ObjectProvider<View<?>> views,
            Serving serving,
            ServingWatch watch,
            Generations generations,
            Rebuilds rebuilds,
            FollowerFactory factory,
            Environment environment) {
        boolean run = environment.getProperty("daybook.run.projections", Boolean.class, false);
        return new Followers(views.stream().toList(), serving, watch, generations, rebuilds, factory, run);
    }

    @Bean
    Views views(
            ObjectProvider<View<?>> views,
            Serving serving,
            Followers followers,
            Rebuilds rebuilds,
            SourceOffsets offsets) {
        return new Views(views.stream().toList(), serving, followers, rebuilds, offsets);
    }

    @Bean
    StockAudits stockAudits(ObjectProvider<View<?>> views, Serving serving, EventLog log) {
        return new StockAudits(views.stream().toList(), serving, log);
    }

    @Bean
    NoMessagesWhileFolding noMessagesWhileFolding(
            ObjectProvider<CommandBus> commands, ObjectProvider<EventBus> events, ObjectProvider<QueryBus> queries) {
        return new NoMessagesWhileFolding(
                commands.stream().toList(),
                events.stream().toList(),
                queries.stream().toList());
    }
}

package io.daybook.projections.postgres;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.View;
import io.daybook.projections.engine.Written;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.productcard.CardFallback;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.catalog.FindProduct;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Queries;
import io.daybook.query.reading.Question;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The four views in a PostgreSQL of their own, with their answers behind a query bus. Only following Kafka is left out. */
final class PostgresReads implements AutoCloseable {
    private static final int GENERATION = 1;

    private final TestDatabase database = new TestDatabase();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final ConfigurableApplicationContext context;
    private final SimpleQueryBus bus = SimpleQueryBus.builder().build();
    private final Queries queries =
            new Queries(DefaultQueryGateway.builder().queryBus(bus).build());
    private Story story = new Story();

    PostgresReads() {
        context = new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .properties("spring.jpa.hibernate.ddl-auto=none", "spring.main.banner-mode=off")
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("dataSource", database.dataSource());
                    fresh.getBeanFactory().registerSingleton("clock", clock());
                })
                .run();
        Generations generations = context.getBean(Generations.class);
        for (View<?> view : views()) {
            int number = generations.create(view.name(), view.version());
            generations.ready(view.name(), number, 0);
            generations.promote(view.name(), number);
        }
        context.getBean(Serving.class).refresh();
        Set.of("orderStatusAnswers", "orderHistoryAnswers", "stockLevelAnswers")
                .forEach(answers -> new AnnotationQueryHandlerAdapter<>(context.getBean(answers)).subscribe(bus));
        new AnnotationQueryHandlerAdapter<>(new CardWithoutStore(context.getBean(CardFallback.class))).subscribe(bus);
    }

    private Clock clock() {
        return ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    }

    @SuppressWarnings("unchecked") // beans do not say whose view they are
    private Iterable<View<?>> views() {
        return (Iterable<View<?>>)
                (Iterable<?>) context.getBeansOfType(View.class).values();
    }

    void clear() {
        story = new Story();
        for (View<?> view : views()) {
            view.store().drop(GENERATION);
            view.store().create(GENERATION);
        }
    }

    void itIs(Instant time) {
        now.set(time);
    }

    /** Takes the events into every view that wants them. */
    void happened(DomainEvent... events) {
        for (DomainEvent event : events) {
            RecordedEvent recorded = story.tell(event);
            views().forEach(view -> take(view, recorded));
        }
    }

    private static <R> void take(View<R> view, RecordedEvent event) {
        if (!view.projection().consumes(event.aggregateType())) {
            return;
        }
        String key = view.projection().keyOf(event);
        Row<R> before = view.store().read(GENERATION, Set.of(key)).getOrDefault(key, Row.absent(key));
        Map<String, Long> applied = new TreeMap<>(before.applied());
        applied.put(event.aggregateId(), event.sequence());
        Row<R> after = new Row<>(key, view.projection().fold(before.value(), event), applied, before.version());
        view.store().write(GENERATION, Set.of(after), Advance.NONE);
    }

    <T> Answered<T> ask(Question<T> question) {
        return queries.ask(question);
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(status -> work.get());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** The card's own view, in whose place the one in PostgreSQL answers. */
    record CardWithoutStore(CardFallback fallback) {
        @QueryHandler
        Answered<ProductCard> answer(FindProduct question) {
            return fallback.answer(question);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(HibernateJpaAutoConfiguration.class)
    @Import(Configs.class)
    static class Program {
        @Bean
        Generations generations(DataSource dataSource) {
            return new Generations(dataSource);
        }

        @Bean
        Serving serving(Generations generations) {
            return new Serving(generations);
        }

        @Bean
        Freshness freshness() {
            return new Freshness(new Written(), Freshness.USUAL_WAIT);
        }
    }

    /** By name, since each is private to its package. */
    static final class Configs implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {
                RowsConfig.class.getName(),
                "io.daybook.projections.orderstatus.OrderStatusConfig",
                "io.daybook.projections.orderhistory.OrderHistoryConfig",
                "io.daybook.projections.stocklevel.StockLevelConfig",
                "io.daybook.projections.product.ProductConfig"
            };
        }
    }
}

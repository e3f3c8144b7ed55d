package io.daybook.command;

import static io.daybook.command.Stories.ADA;
import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.BUYER;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.euros;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import io.daybook.command.dispatch.AskerByGraphQl;
import io.daybook.command.dispatch.Caller;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.web.bind.annotation.RestController;

/** The mutations of every context, by the schema that is served. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MutationsTest {
    /** What the other modules' schemas bring. */
    private static final String ROOT = "scalar Long type Query { nothing: Int } type Mutation";

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final DefaultExecutionGraphQlService graphQl = service();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_shop_is_opened_and_an_order_moves_through_its_life() {
        run("mutation { listProduct(sku: \"MUG\", price: {minor: 500, currency: \"EUR\"}, product: {title: \"Mug\","
                + " attributes: [{name: \"volume\", number: \"0.25\"}]}) { id changed readAfter } }");
        run("mutation { countStock(sku: \"MUG\", location: \"berlin\", counted: 9) { id changed } }");
        assertThat(run(PLACE)).isEqualTo(Map.of("placeOrder", Map.of("id", "o-1", "changed", true)));
        assertThat(run(PLACE)).isEqualTo(Map.of("placeOrder", Map.of("id", "o-1", "changed", true)));
        run("mutation { cancelOrder(order: \"o-1\", reason: \"no\") { changed } }");

        assertThat(log.events())
                .contains(
                        new ProductListed(
                                MUG,
                                new ProductDetails(
                                        "Mug",
                                        "",
                                        null,
                                        List.of(),
                                        Map.of("volume", new Figure(new BigDecimal("0.25"))),
                                        List.of(),
                                        List.of(),
                                        null,
                                        List.of()),
                                euros(500)),
                        new StockCounted(MUG, BERLIN, "-", 9, 9, NOW),
                        new OrderPlaced(
                                order("o-1"),
                                ADA,
                                BUYER,
                                List.of(line(1, MUG, 2, 500)),
                                List.of(new Charge("shipping", euros(490))),
                                euros(1490),
                                NOW))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "ProductListed",
                        "StockCounted",
                        "OrderPlaced",
                        "StockAllocated",
                        "InventoryReserved",
                        "OrderCancelled",
                        "ReservationReleased");
    }

    @Test
    void a_key_is_the_same_by_rest_and_by_graphql_for_one_caller_and_one_operation() throws Exception {
        Http http = new Http(shop.beans()
                .getBeansWithAnnotation(RestController.class)
                .values()
                .toArray());
        Principal ada = () -> "ada";
        Principal bob = () -> "bob";
        String receive =
                "mutation { receiveStock(sku: \"MUG\", location: \"berlin\", quantity: %d, idempotencyKey: \"k\")"
                        + " { changed } }";

        http.send(
                post("/inventory/MUG/berlin/receipts").principal(ada).header("Idempotency-Key", "k"),
                "{\"quantity\": 3}");
        run(receive.formatted(3), ada);
        run(receive.formatted(5), bob);
        run(receive.formatted(7));
        run(
                "mutation { countStock(sku: \"MUG\", location: \"berlin\", counted: 9, idempotencyKey: \"k\") { changed } }",
                ada);

        assertThat(log.events())
                .containsExactly(
                        new StockReceived(MUG, BERLIN, "-", 3, 3, NOW),
                        new StockReceived(MUG, BERLIN, "-", 5, 8, NOW),
                        new StockReceived(MUG, BERLIN, "-", 7, 15, NOW),
                        new StockCounted(MUG, BERLIN, "-", -6, 9, NOW));
    }

    private static final String PLACE = """
            mutation { placeOrder(idempotencyKey: "k", order: {
              id: "o-1", customerId: "ada",
              buyer: {name: "Ada", email: "ada@example.org",
                      deliverTo: {street: "Weg 1", postalCode: "10115", city: "Berlin", country: "DE"}},
              lines: [{sku: "MUG", quantity: 2, unitPrice: {minor: 500, currency: "EUR"}}],
              charges: [{label: "shipping", amount: {minor: 490, currency: "EUR"}}]}) { id changed } }
            """;

    private Object run(String document) {
        return run(document, null);
    }

    private Object run(String document, @Nullable Principal who) {
        var request = new DefaultExecutionGraphQlRequest(document, null, null, null, "1", null);
        if (who != null) {
            request.configureExecutionInput(
                    (input, to) -> to.graphQLContext(Map.of(Caller.CALLER, who)).build());
        }
        ExecutionGraphQlResponse response =
                Objects.requireNonNull(graphQl.execute(request).block());
        assertThat(response.getErrors()).isEmpty();
        return Objects.requireNonNull(response.getData());
    }

    private DefaultExecutionGraphQlService service() {
        AnnotatedControllerConfigurer controllers = new AnnotatedControllerConfigurer();
        controllers.setApplicationContext(shop.beans());
        controllers.addCustomArgumentResolver(shop.bean(AskerByGraphQl.class));
        controllers.afterPropertiesSet();
        GraphQlSource source = GraphQlSource.schemaResourceBuilder()
                .schemaResources(
                        new ByteArrayResource(ROOT.getBytes(StandardCharsets.UTF_8)),
                        new ClassPathResource("graphql/command.graphqls"))
                .configureRuntimeWiring(wiring -> wiring.scalar(GraphQLScalarType.newScalar()
                        .name("Long")
                        .coercing(new LongCoercing())
                        .build()))
                .configureRuntimeWiring(controllers)
                .build();
        DefaultExecutionGraphQlService service = new DefaultExecutionGraphQlService(source);
        service.addDataLoaderRegistrar((registry, context) -> {});
        return service;
    }

    private static final class LongCoercing implements Coercing<Long, Long> {
        @Override
        public Long parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return ((IntValue) input).getValue().longValueExact();
        }
    }
}

package io.daybook.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import io.daybook.domain.kernel.LocationId;
import io.daybook.query.catalog.Availability;
import io.daybook.query.catalog.FindProduct;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.catalog.ProductPage;
import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.catalog.Sort;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SchemaReport;

/** The schema with its controllers, run by GraphQL's engine; every field of the schema has a property or a controller. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GraphQlSchemaTest {
    private static final ProductCard CARD = new ProductCard(
            "LAMP-1",
            "Desk lamp",
            "Bends.",
            null,
            List.of("Light", "Desk"),
            Map.of("watts", new BigDecimal("7.50")),
            List.of(),
            List.of(),
            null,
            List.of(),
            new Amount(3_000_000_000L, "EUR"),
            new Availability(true, 2, null, List.of(new Availability.At("BER", 2, null))));

    private final Asking asking = new Asking();

    @Test
    void every_field_of_the_schema_is_served() {
        List<SchemaReport> reports = new ArrayList<>();
        source(reports::add);
        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.unmappedFields()).isEmpty();
            assertThat(report.unmappedArguments()).isEmpty();
            assertThat(report.skippedTypes()).isEmpty();
        });
    }

    @Test
    void a_product_is_answered_with_cents_beyond_32_bit() {
        asking.answering(FindProduct.class, new Answered<>(CARD, 4, false));
        assertThat(run("""
                { product(sku: "LAMP-1") { title price { minor currency } attributes { name value kind }
                  availability { sellable locations { location sellable sellableFrom } } } }""")).hasToString("""
                {product={title=Desk lamp, price={minor=3000000000, currency=EUR}, \
                attributes=[{name=watts, value=7.50, kind=NUMBER}], \
                availability={sellable=2, locations=[{location=BER, sellable=2, sellableFrom=null}]}}}""");
    }

    @Test
    void arguments_reach_the_question_and_facets_are_counted_only_when_selected() {
        asking.answering(SearchProducts.class, new Answered<>(new ProductPage(List.of(), 0, null, null), 4, false));
        assertThat(run("""
                { products(q: "lamp", departments: ["Light"], attributes: [{name: "watts", values: ["5..10"]}],
                    priceTo: 3000000000, inStock: true, location: "BER", sort: PRICE_DESCENDING, size: 3)
                  { total nextCursor } }""")).hasToString("{products={total=0, nextCursor=null}}");
        assertThat(asking.asked())
                .containsExactly(new SearchProducts(
                        "lamp",
                        List.of("Light"),
                        null,
                        List.of(),
                        Map.of("watts", List.of("5..10")),
                        null,
                        3_000_000_000L,
                        true,
                        new LocationId("BER"),
                        Sort.PRICE_DESCENDING,
                        null,
                        3,
                        false,
                        Reading.ANY));
    }

    private Object run(String query) {
        var result = source(report -> {})
                .graphQl()
                .execute(ExecutionInput.newExecutionInput(query).build());
        assertThat(result.getErrors()).isEmpty();
        return result.getData();
    }

    private GraphQlSource source(Consumer<SchemaReport> report) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(QueryGateway.class, asking::gateway);
            context.scan("io.daybook.query");
            context.refresh();
            var controllers = new AnnotatedControllerConfigurer();
            controllers.setApplicationContext(context);
            controllers.afterPropertiesSet();
            return GraphQlSource.schemaResourceBuilder()
                    .schemaResources(
                            new ByteArrayResource("type Query".getBytes(StandardCharsets.UTF_8)),
                            new ClassPathResource("graphql/query.graphqls"))
                    .configureRuntimeWiring(controllers)
                    .configureRuntimeWiring(context.getBean("longScalar", RuntimeWiringConfigurer.class))
                    .inspectSchemaMappings(report)
                    .build();
        }
    }
}

package io.daybook.app.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Busy;
import io.daybook.command.dispatch.KeyReused;
import io.daybook.domain.fulfilment.FulfilmentRefusal.NotEnoughStock;
import io.daybook.domain.fulfilment.FulfilmentRefusal.ShortLine;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderRefusal;
import io.daybook.infra.eventstore.EventTooLarge;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Unknown;
import io.daybook.query.reading.ViewVersion;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProblemsTest {

    @Test
    void a_refusal_is_told_with_its_code_and_its_facts() {
        var refused = new Refused(new NotEnoughStock(List.of(new ShortLine(1, new Sku("mug"), 3, 2))));
        assertThat(Problems.of(refused).members())
                .isEqualTo(Map.of(
                        "type",
                        "urn:daybook:problem:inventory.not-enough-stock",
                        "title",
                        "Not enough stock",
                        "status",
                        409,
                        "detail",
                        refused.refusal().message(),
                        "code",
                        "inventory.not-enough-stock",
                        "lines",
                        List.of(Map.of("line", 1, "sku", "mug", "wanted", 3, "available", 2))));
    }

    @Test
    void what_nobody_knows_is_404() {
        assertThat(Problems.of(new Refused(new OrderRefusal.UnknownOrder(new OrderId("o-1"))))
                        .status())
                .isEqualTo(404);
        assertThat(Problems.of(Unknown.product("mug")).status()).isEqualTo(404);
    }

    @Test
    void a_senseless_wish_is_422() {
        assertThat(Problems.of(new Refused(new OrderRefusal.Empty(new OrderId("o-1"))))
                        .status())
                .isEqualTo(422);
        assertThat(Problems.of(new Refused(new KeyReused("k"))).status()).isEqualTo(422);
    }

    @Test
    void what_one_event_cannot_hold_is_413_with_its_size_and_the_limit() {
        assertThat(Problems.of(new Refused(new EventTooLarge("catalog.ProductListed", 600_000, 524_288)))
                        .members())
                .containsEntry("status", 413)
                .containsEntry("code", "event.too-large")
                .containsEntry("event", "catalog.ProductListed")
                .containsEntry("size", 600_000)
                .containsEntry("limit", 524_288);
    }

    @Test
    void a_bad_field_is_named() {
        assertThat(Problems.of(new BadField("lines[3].quantity", "must be at least 1"))
                        .members())
                .containsEntry("code", "request.invalid")
                .containsEntry("field", "lines[3].quantity")
                .containsEntry("detail", "lines[3].quantity must be at least 1");
    }

    @Test
    void a_bad_parameter_is_named() {
        assertThat(Problems.of(new BadQuestion("size", "must be 1 to 100")).members())
                .containsEntry("status", 400)
                .containsEntry("parameter", "size");
    }

    @Test
    void what_may_go_better_later_says_when() {
        assertThat(Problems.of(Busy.othersCameFirst("mug@north", 10, new IllegalStateException())))
                .satisfies(busy -> assertThat(busy.status()).isEqualTo(503))
                .satisfies(busy -> assertThat(busy.retryAfter()).isNotNull());
        assertThat(Problems.of(new ViewVersion("product-card", 2)))
                .satisfies(late -> assertThat(late.code()).isEqualTo("view.version"))
                .satisfies(late -> assertThat(late.retryAfter()).isNotNull());
    }

    @Test
    void a_database_that_is_out_of_reach_is_no_failure_of_the_server() {
        for (SQLException away : List.of(
                new SQLException("refused", "08001"),
                new SQLException("starting", "57P03"),
                new SQLTransientConnectionException("no connection in time"))) {
            assertThat(Problems.of(new EventStoreException("cannot append", away)))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(503))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("store.unavailable"))
                    .satisfies(problem -> assertThat(problem.retryAfter()).isNotNull());
        }
        assertThat(Problems.of(new SQLException("syntax", "42601")).status()).isEqualTo(500);
    }

    @Test
    void json_that_cannot_be_written_is_no_mistake_of_the_caller() {
        Function<RuntimeException, Throwable> whileWriting = why ->
                catchThrowable(() -> JsonMapper.shared().writeValueAsString(Map.of("buyer", new Supplier<Object>() {
                    @Override
                    @JsonValue
                    public Object get() {
                        throw why;
                    }
                })));
        var away = new EventStoreException("cannot read the key", new SQLException("going down", "57P01"));

        assertThat(whileWriting.apply(away)).isInstanceOf(JacksonException.class);
        assertThat(Problems.of(whileWriting.apply(away)).status()).isEqualTo(503);
        assertThat(Problems.of(whileWriting.apply(new IllegalStateException())).status())
                .isEqualTo(500);
    }

    @Test
    void the_meaning_is_found_below_wrappers() {
        assertThat(Problems.of(new IllegalStateException(new Refused(new KeyReused("k"))))
                        .code())
                .isEqualTo("idempotency.key-reused");
    }

    @Test
    void what_has_no_meaning_to_the_caller_tells_nothing_of_the_inside() {
        assertThat(Problems.of(new IllegalStateException("secret")).members())
                .isEqualTo(Map.of(
                        "type", "urn:daybook:problem:server.failed",
                        "title", "Failed",
                        "status", 500,
                        "detail", "The server failed; the failure is in its log.",
                        "code", "server.failed"));
    }
}

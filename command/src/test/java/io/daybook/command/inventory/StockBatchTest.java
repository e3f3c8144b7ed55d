package io.daybook.command.inventory;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.kernel.ReadAfter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StockBatchTest {
    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(shop.bean(StockBatchEndpoint.class)).build();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void every_line_gets_its_result_in_order_and_a_bad_one_does_not_stop_the_rest() throws Exception {
        String answer = send("""
                {"id":"1","kind":"receive","sku":"TEAPOT","location":"berlin","quantity":5,"reference":"DN-1"}
                {"id":"2","kind":"adjust","sku":"TEAPOT","location":"berlin","delta":-9,"reason":"lost"}
                {"id":"3","kind":
                {"id":"4","kind":"adjust","sku":"TEAPOT","location":"berlin","delta":-2,"reason":"lost"}

                {"id":"5","kind":"count","sku":"TEAPOT","location":"berlin","counted":3}
                {"id":"6","kind":"count","sku":"MUG","location":"berlin","counted":7,"reference":"sheet"}
                {"id":"7","kind":"count","sku":"MUG","location":"berlin","counted":-1}
                {"id":"8","kind":"dance","sku":"MUG","location":"berlin"}
                {"kind":"count","sku":"MUG","location":"berlin","counted":1}
                {"id":"9","kind":"count","sku":"M UG","location":"berlin","counted":1}
                {"id":"10","kind":"count","sku":"MUG","location":"berlin","counted":1,"colour":"red"}
                """);

        assertThat(answer.lines().map(StockBatchTest::withoutPosition))
                .containsExactly(
                        "{\"line\":1,\"id\":\"1\",\"status\":\"done\",\"readAfter\":\"" + after("TEAPOT", 0) + "\"}",
                        "{\"line\":2,\"id\":\"2\",\"status\":\"refused\",\"code\":\"inventory.below-zero\","
                                + "\"message\":\"TEAPOT@berlin has 5 units on hand; 9 cannot be taken.\"}",
                        "{\"line\":3,\"status\":\"invalid\",\"code\":\"request.invalid\"}",
                        "{\"line\":4,\"id\":\"4\",\"status\":\"done\",\"readAfter\":\"" + after("TEAPOT", 1) + "\"}",
                        "{\"line\":6,\"id\":\"5\",\"status\":\"unchanged\",\"readAfter\":\"" + after("TEAPOT", 1)
                                + "\"}",
                        "{\"line\":7,\"id\":\"6\",\"status\":\"done\",\"readAfter\":\"" + after("MUG", 0) + "\"}",
                        "{\"line\":8,\"id\":\"7\",\"status\":\"invalid\",\"code\":\"request.invalid\","
                                + "\"message\":\"counted must be 0 to 1000000000\"}",
                        "{\"line\":9,\"id\":\"8\",\"status\":\"invalid\",\"code\":\"request.invalid\","
                                + "\"message\":\"kind must be receive, adjust or count\"}",
                        "{\"line\":10,\"status\":\"invalid\",\"code\":\"request.invalid\",\"message\":\"id is missing\"}",
                        "{\"line\":11,\"id\":\"9\",\"status\":\"invalid\",\"code\":\"request.invalid\",\"message\":"
                                + "\"sku must be 1 to 64 letters, digits, dots, hyphens or underscores\"}",
                        "{\"line\":12,\"status\":\"invalid\",\"code\":\"request.invalid\"}");
        assertThat(log.events())
                .containsExactlyInAnyOrder(
                        new StockReceived(TEAPOT, BERLIN, "DN-1", 5, 5, NOW),
                        new StockAdjusted(TEAPOT, BERLIN, -2, "lost", 3, NOW),
                        new StockCounted(MUG, BERLIN, "sheet", 7, 7, NOW));
    }

    @Test
    void a_batch_sent_again_is_answered_as_before_and_changes_nothing() throws Exception {
        String batch =
                "{\"id\":\"1\",\"kind\":\"receive\",\"sku\":\"TEAPOT\",\"location\":\"berlin\",\"quantity\":5}\n";

        assertThat(send(batch)).isEqualTo(send(batch));
        assertThat(log.events()).hasSize(1);
    }

    @Test
    void an_id_that_comes_back_with_another_line_is_refused() throws Exception {
        String batch =
                "{\"id\":\"1\",\"kind\":\"receive\",\"sku\":\"TEAPOT\",\"location\":\"berlin\",\"quantity\":5}\n";
        send(batch);

        assertThat(send(batch.replace(":5", ":6"))).contains("\"refused\",\"code\":\"idempotency.key-reused\"");
    }

    @Test
    void a_line_that_is_too_long_is_skipped_and_named() throws Exception {
        String line = "{\"id\":\"1\",\"kind\":\"count\",\"sku\":\"MUG\",\"location\":\"berlin\",\"counted\":1}";

        assertThat(send("x".repeat(StockBatch.LONGEST_LINE + 1) + "\n" + line).lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"line\":1", "request.too-large"),
                        second -> assertThat(second).contains("\"line\":2", "\"done\""));
    }

    @Test
    void many_lines_are_answered_in_their_order() throws Exception {
        int lines = 3_000;
        String batch = IntStream.rangeClosed(1, lines)
                .mapToObj(n -> "{\"id\":\"" + n + "\",\"kind\":\"receive\",\"sku\":\"SKU-" + n % 40
                        + "\",\"location\":\"berlin\",\"quantity\":1}")
                .collect(Collectors.joining("\n"));

        List<String> answers = send(batch).lines().toList();

        assertThat(answers).hasSize(lines);
        for (int n = 1; n <= lines; n++) {
            assertThat(answers.get(n - 1)).startsWith("{\"line\":" + n + ",\"id\":\"" + n + "\",\"status\":\"done\"");
        }
    }

    private String send(String batch) throws Exception {
        return http.perform(post("/inventory/batch")
                        .contentType("application/x-ndjson")
                        .content(batch))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String after(String sku, long sequence) {
        return ReadAfter.of("InventoryItem", sku + "@berlin", sequence).token();
    }

    /** What the JSON parser says of a line is its own business. */
    private static String withoutPosition(String result) {
        return result.contains("\"line\":3,") || result.contains("\"line\":12,")
                ? result.substring(0, result.indexOf(",\"message\"")) + "}"
                : result;
    }
}

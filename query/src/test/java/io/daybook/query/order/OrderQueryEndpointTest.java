package io.daybook.query.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.query.reading.Amount;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Asking;
import io.daybook.query.reading.Reading;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderQueryEndpointTest {
    private final Asking asking = new Asking();
    private final MockMvc web = Asking.web(new OrderQueryEndpoint(asking.queries()));

    @Test
    void a_customers_orders_come_as_a_page() throws Exception {
        var order = new OrderPage.Summary(
                "O-1", Stage.CONFIRMED, Instant.parse("2026-03-01T10:00:00Z"), new Amount(4200, "EUR"), 3);
        asking.answering(FindOrdersOfCustomer.class, new Answered<>(new OrderPage(List.of(order), "next"), 3, false));
        web.perform(get("/customers/C-1/orders").param("size", "1"))
                .andExpect(status().isOk())
                .andExpect(header().string("Generation", "3"))
                .andExpect(content().json("""
                        {"orders": [{"id": "O-1", "stage": "CONFIRMED", "placedAt": "2026-03-01T10:00:00Z",
                                     "total": {"minor": 4200, "currency": "EUR"}, "units": 3}],
                         "nextCursor": "next"}"""));
        assertThat(asking.asked())
                .containsExactly(new FindOrdersOfCustomer(new CustomerId("C-1"), null, 1, Reading.ANY));
    }

    @Test
    void a_page_has_1_to_100_orders() throws Exception {
        web.perform(get("/customers/C-1/orders").param("size", "101"))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Detail", "size must be 1 to 100"));
    }
}

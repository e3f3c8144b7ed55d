package io.daybook.query.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReadAfter;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Asking;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.Unknown;
import io.daybook.query.reading.ViewLate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProductQueryEndpointTest {
    private static final ProductPage EMPTY = new ProductPage(List.of(), 0, null, null);
    private static final ReadAfter SEEN = ReadAfter.of("Product", "LAMP-1", 3);

    private final Asking asking = new Asking();
    private final MockMvc web = Asking.web(new ProductQueryEndpoint(asking.queries()));

    @Test
    void every_parameter_reaches_the_question() throws Exception {
        asking.answering(SearchProducts.class, new Answered<>(EMPTY, 7, false));
        web.perform(get(URI.create("/products?q=desk%20lamp&department=Light&department=Home&category=Light/Desk"
                        + "&brand=Lumo&attr.colour=red&attr.colour=blue&attr.watts=5..10&priceFrom=100&priceTo=9900"
                        + "&inStock=true&location=BER&sort=-price&cursor=abc&size=5&facets=false&readAfter="
                        + SEEN.token())))
                .andExpect(status().isOk())
                .andExpect(header().string("Generation", "7"))
                .andExpect(header().doesNotExist("Preference-Applied"))
                .andExpect(content().json("""
                        {"hits": [], "total": 0, "facets": null, "nextCursor": null}"""));
        assertThat(asking.asked())
                .containsExactly(new SearchProducts(
                        "desk lamp",
                        List.of("Light", "Home"),
                        "Light/Desk",
                        List.of("Lumo"),
                        Map.of("colour", List.of("red", "blue"), "watts", List.of("5..10")),
                        100L,
                        9900L,
                        true,
                        new LocationId("BER"),
                        Sort.PRICE_DESCENDING,
                        "abc",
                        5,
                        false,
                        Reading.after(SEEN)));
    }

    @Test
    void nothing_but_the_path_asks_for_the_first_page_of_everything() throws Exception {
        asking.answering(SearchProducts.class, new Answered<>(EMPTY, 1, false));
        web.perform(get("/products")).andExpect(status().isOk());
        assertThat(asking.asked())
                .containsExactly(new SearchProducts(
                        null,
                        List.of(),
                        null,
                        List.of(),
                        Map.of(),
                        null,
                        null,
                        false,
                        null,
                        Sort.RELEVANCE,
                        null,
                        24,
                        true,
                        Reading.ANY));
    }

    @ParameterizedTest
    @CsvSource({
        "size=0, size must be 1 to 100",
        "size=101, size must be 1 to 100",
        "size=ten, size must be a whole number",
        "size=5&size=6, size may be given only once",
        "sort=cheapest, 'sort must be one of relevance, price, -price, newest, title'",
        "priceFrom=-1, priceFrom must be 0 to 9223372036854775807",
        "priceTo=1.5, priceTo must be a whole number",
        "priceFrom=2&priceTo=1, priceFrom must not be above priceTo",
        "inStock=yes, inStock must be true or false",
        "location=a b, 'location must be plain letters, digits, dots, hyphens or underscores'",
        "q=%20, q must be 1 to 200 characters",
        "colour=red, colour is not a parameter of this question",
        "attr.=red, attr must name an attribute of 1 to 200 characters",
        "readAfter=nonsense, readAfter must be a token that a command answered",
    })
    void a_bad_parameter_is_refused_by_name(String query, String detail) throws Exception {
        web.perform(get(URI.create("/products?" + query.replace(" ", "%20"))))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Code", "query.bad-parameter"))
                .andExpect(header().string("Detail", detail));
        assertThat(asking.asked()).isEmpty();
    }

    @Test
    void a_search_text_may_have_200_characters_and_no_more() throws Exception {
        asking.answering(SearchProducts.class, new Answered<>(EMPTY, 1, false));
        web.perform(get("/products").param("q", "x".repeat(200))).andExpect(status().isOk());
        web.perform(get("/products").param("q", "x".repeat(201))).andExpect(status().isBadRequest());
    }

    @Test
    void headers_say_what_to_wait_for_and_that_an_old_answer_will_do() throws Exception {
        asking.answering(SearchProducts.class, new Answered<>(EMPTY, 2, true));
        web.perform(get("/products").header("Read-After", SEEN.token()).header("Prefer", "wait=1, stale-ok"))
                .andExpect(status().isOk())
                .andExpect(header().string("Preference-Applied", "stale-ok"));
        assertThat(asking.asked())
                .singleElement()
                .extracting(question -> ((SearchProducts) question).reading())
                .isEqualTo(new Reading(SEEN, true));
    }

    @Test
    void why_there_is_no_answer_reaches_the_caller() throws Exception {
        asking.failing(FindProduct.class, Unknown.product("LAMP-1"));
        asking.failing(
                SearchProducts.class,
                new ViewLate(
                        "product-search", List.of(ViewLate.Lag.of(SEEN.marks().getFirst(), -1))));
        web.perform(get("/products/LAMP-1"))
                .andExpect(status().isNotFound())
                .andExpect(header().string("Code", "catalog.unknown-product"));
        web.perform(get("/products"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Code", "view.late"));
    }

    @Test
    void a_product_is_asked_for_by_its_sku() throws Exception {
        web.perform(get("/products/{sku}", "not a sku"))
                .andExpect(status().isBadRequest())
                .andExpect(
                        header().string("Detail", "sku must be plain letters, digits, dots, hyphens or underscores"));
        web.perform(get("/products/LAMP-1").param("verbose", "1")).andExpect(status().isBadRequest());
    }
}

package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Read this first. A product is listed and stocked, found, bought, confirmed by the shop itself, shipped and delivered; all of it
 * over HTTP, against the real servers. Every command answers a token; a question that carries it is answered from a view that has
 * seen what the command did.
 */
@ExtendWith(OneShop.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AStorefrontSellsAProductTest {

    @Test
    void a_storefront_sells_a_product_end_to_end(Shop shop) {
        // The storefront puts a mug on offer, the warehouse receives three of them.
        Reply listed = shop.put("/products/mug-blue", """
                {"title": "Blue stoneware mug", "brand": "Kiln", "category": ["Kitchen", "Mugs"],
                 "attributes": {"colour": "blue", "volume": 0.35, "dishwasher-safe": true},
                 "price": {"minor": 1290, "currency": "EUR"}}""");
        assertThat(listed.status()).isEqualTo(201);
        Reply received = shop.post("/inventory/mug-blue/north/receipts", """
                {"quantity": 3, "reference": "delivery note 17"}""");
        assertThat(received.status()).isEqualTo(200);

        // A buyer searches and finds it, in stock; the product page shows it.
        Reply found = shop.get("/products?q=stoneware&inStock=true", received.readAfter());
        assertThat(found.body().at("/hits")).hasSize(1);
        assertThat(found.text("/hits/0/sku")).isEqualTo("mug-blue");
        assertThat(found.text("/hits/0/sellable")).isEqualTo("3");
        Reply card = shop.get("/products/mug-blue", received.readAfter());
        assertThat(card.text("/price/minor")).isEqualTo("1290");
        assertThat(card.text("/availability/sellable")).isEqualTo("3");

        // The buyer orders two, at the price that was shown. The stock is theirs at once.
        Reply placed = shop.post("/orders", Orders.of("order-1", "customer-1", "mug-blue", 2, 1290));
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("/id")).isEqualTo("order-1");
        assertThat(shop.get("/stock/mug-blue", placed.readAfter()).text("/sellable"))
                .isEqualTo("1");

        // No payment yet in this shop: a process confirms the order by itself.
        eventually(() -> assertThat(shop.get("/orders/order-1").text("/stage")).isEqualTo("CONFIRMED"));

        // The warehouse ships what was ordered; the stock leaves the shelf.
        Reply shipped = shop.post("/orders/order-1/shipments", """
                {"id": "parcel-1"}""");
        assertThat(shipped.status()).isEqualTo(200);
        assertThat(shop.get("/orders/order-1", shipped.readAfter()).text("/stage"))
                .isEqualTo("SHIPPED");
        Reply stock = shop.get("/stock/mug-blue", shipped.readAfter());
        assertThat(stock.text("/onHand")).isEqualTo("1");
        assertThat(stock.text("/allocated")).isEqualTo("0");

        // The parcel arrives, and stands in the customer's history.
        Reply delivered = shop.post("/orders/order-1/delivery", "");
        assertThat(delivered.status()).isEqualTo(200);
        Reply history = shop.get("/customers/customer-1/orders", delivered.readAfter());
        assertThat(history.body().at("/orders")).hasSize(1);
        assertThat(history.text("/orders/0/stage")).isEqualTo("DELIVERED");
        assertThat(history.text("/orders/0/total/minor")).isEqualTo("2580");

        // One mug is left: an order for two is refused at once, and says what is short.
        Reply refused = shop.post("/orders", Orders.of("order-2", "customer-2", "mug-blue", 2, 1290));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("inventory.not-enough-stock");
        assertThat(refused.text("/lines/0/available")).isEqualTo("1");
    }

    @Test
    void the_same_story_by_graphql(Shop shop) {
        Reply listed = shop.graphql("""
                mutation { listProduct(sku: "lamp-1", product: {title: "Reading lamp", category: ["Light"]},
                    price: {minor: 4900, currency: "EUR"}) { id changed } }""");
        assertThat(listed.text("/data/listProduct/changed")).isEqualTo("true");
        Reply received = shop.graphql("""
                mutation { receiveStock(sku: "lamp-1", location: "north", quantity: 1) { readAfter } }""");

        Reply found = shop.graphql("""
                { products(q: "reading", readAfter: "%s") { hits { sku sellable } }
                  product(sku: "lamp-1", readAfter: "%s") { title price { minor } } }""".formatted(
                        received.text("/data/receiveStock/readAfter"), received.text("/data/receiveStock/readAfter")));
        assertThat(found.text("/data/products/hits/0/sku")).isEqualTo("lamp-1");
        assertThat(found.text("/data/product/price/minor")).isEqualTo("4900");

        String order = """
                mutation { placeOrder(idempotencyKey: "%1$s", order: {id: "%1$s", customerId: "customer-3", buyer: {name: "Ada", email: "ada@example.org",
                    deliverTo: {street: "Lane 1", postalCode: "1234", city: "Bern", country: "CH"}},
                    lines: [{sku: "lamp-1", quantity: 1, unitPrice: {minor: 4900, currency: "EUR"}}]}) { id readAfter } }""";
        Reply placed = shop.graphql(order.formatted("lamp-order-1"));
        assertThat(placed.text("/data/placeOrder/id")).isEqualTo("lamp-order-1");
        eventually(() -> assertThat(shop.graphql("{ order(id: \"lamp-order-1\") { stage } }")
                        .text("/data/order/stage"))
                .isEqualTo("CONFIRMED"));

        // a refusal carries the same code as over REST
        Reply refused = shop.graphql(order.formatted("lamp-order-2"));
        assertThat(refused.text("/errors/0/extensions/code")).isEqualTo("inventory.not-enough-stock");
        assertThat(refused.text("/errors/0/extensions/lines/0/available")).isEqualTo("0");
    }
}

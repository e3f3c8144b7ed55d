package io.daybook.app.journey;

/** Orders as a storefront writes them. */
final class Orders {
    private Orders() {}

    /**
     * @param price cents
     */
    static String of(String id, String customer, String sku, int quantity, long price) {
        return """
                {"id": "%s", "customerId": "%s",
                 "buyer": {"name": "Ada Example", "email": "ada@example.org",
                           "deliverTo": {"street": "Lane 1", "postalCode": "1234", "city": "Bern", "country": "CH"}},
                 "lines": [{"sku": "%s", "quantity": %d, "unitPrice": {"minor": %d, "currency": "EUR"}}]}
                """.formatted(id, customer, sku, quantity, price);
    }
}

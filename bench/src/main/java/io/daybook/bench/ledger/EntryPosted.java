package io.daybook.bench.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry. A class with public fields, where a record would be nicer, because the stock serializer (XStream) cannot read records;
 * every JSON mapper of the subjects reads and writes it as it stands.
 */
public final class EntryPosted implements LedgerEvent {
    private static final long SOME_DAY = 1_764_000_000_000L;

    public final String ledger;
    public final int number;
    public final String customer;
    public final String currency;
    public final long cents;
    public final long at;
    public final List<Line> lines;

    /** Part of an entry. */
    public static final class Line {
        public final String sku;
        public final int quantity;
        public final long cents;

        @JsonCreator
        public Line(
                @JsonProperty("sku") String sku,
                @JsonProperty("quantity") int quantity,
                @JsonProperty("cents") long cents) {
            this.sku = sku;
            this.quantity = quantity;
            this.cents = cents;
        }
    }

    @JsonCreator
    public EntryPosted(
            @JsonProperty("ledger") String ledger,
            @JsonProperty("number") int number,
            @JsonProperty("customer") String customer,
            @JsonProperty("currency") String currency,
            @JsonProperty("cents") long cents,
            @JsonProperty("at") long at,
            @JsonProperty("lines") List<Line> lines) {
        this.ledger = ledger;
        this.number = number;
        this.customer = customer;
        this.currency = currency;
        this.cents = cents;
        this.at = at;
        // a list that XStream knows
        this.lines = new ArrayList<>(lines);
    }

    /** The entry of that number, always the same. */
    public static EntryPosted numbered(String ledger, int number) {
        return new EntryPosted(
                ledger,
                number,
                "customer-" + number % 4_096,
                "EUR",
                12_999 + number % 1_000,
                SOME_DAY + number,
                List.of(
                        new Line("sku-" + number % 1_024, 1 + number % 4, 4_999),
                        new Line("sku-" + number * 31 % 1_024, 1, 8_000)));
    }

    @Override
    public String aggregateId() {
        return ledger;
    }

    @Override
    public String partitionKey() {
        return ledger;
    }
}

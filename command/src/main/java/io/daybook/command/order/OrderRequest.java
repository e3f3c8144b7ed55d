package io.daybook.command.order;

import com.github.f4b6a3.uuid.UuidCreator;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.MoneyRequest;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as a storefront hands it over. Lines are numbered from 1 in the order they come.
 *
 * @param id the storefront's own id, 1 to 64 plain characters; without one the order gets a UUIDv7
 * @param lines 1 to 500
 * @param charges shipping, discounts; up to 50
 * @param paymentMethod the token that the provider's form gave to the storefront; may be told later
 */
public record OrderRequest(
        @Nullable String id,
        @Nullable String customerId,
        @Nullable BuyerRequest buyer,
        @Nullable List<@Nullable LineRequest> lines,
        @Nullable List<@Nullable ChargeRequest> charges,
        @Nullable String paymentMethod) {
    private static final int MOST_CHARGES = 50;

    /**
     * @param unitPrice the gross price the buyer saw
     */
    public record LineRequest(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable MoneyRequest unitPrice) {
        OrderLine read(int number, String path) {
            return new OrderLine(
                    number,
                    Form.read(path + ".sku", sku, Sku::new),
                    Form.units(path + ".quantity", quantity, 1),
                    Form.required(path + ".unitPrice", unitPrice).readPrice(path + ".unitPrice"));
        }
    }

    public record ChargeRequest(
            @Nullable String label, @Nullable MoneyRequest amount) {
        Charge read(String path) {
            return new Charge(
                    Form.text(path + ".label", label),
                    Form.required(path + ".amount", amount).read(path + ".amount"));
        }
    }

    /** @throws BadField naming the field */
    CheckOut read(Instant now) {
        OrderId order = id == null
                ? new OrderId(UuidCreator.getTimeOrderedEpoch().toString())
                : Form.read("id", id, OrderId::new);
        CustomerId customer = Form.read("customerId", customerId, CustomerId::new);
        return new CheckOut(
                order,
                customer,
                Form.required("buyer", buyer).read("buyer"),
                readLines(),
                readCharges(),
                Form.readIfGiven("paymentMethod", paymentMethod, PaymentToken::new),
                now);
    }

    private List<OrderLine> readLines() {
        List<LineRequest> given = Form.list("lines", Form.required("lines", lines), OrderDecider.MOST_LINES);
        if (given.isEmpty()) {
            throw new BadField("lines", "must have at least one entry");
        }
        List<OrderLine> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            read.add(given.get(i).read(i + 1, "lines[" + i + "]"));
        }
        return List.copyOf(read);
    }

    private List<Charge> readCharges() {
        List<ChargeRequest> given = Form.list("charges", charges, MOST_CHARGES);
        List<Charge> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            read.add(given.get(i).read("charges[" + i + "]"));
        }
        return List.copyOf(read);
    }
}

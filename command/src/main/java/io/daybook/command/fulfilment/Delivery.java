package io.daybook.command.fulfilment;

import io.daybook.domain.fulfilment.Destination;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.order.Buyer;

/** Where an order goes, in the words of whoever chooses the locations that serve it. */
final class Delivery {
    private Delivery() {}

    static Destination of(Buyer buyer) {
        Address address = buyer.deliverTo();
        return new Destination(address.country(), address.postalCode());
    }
}

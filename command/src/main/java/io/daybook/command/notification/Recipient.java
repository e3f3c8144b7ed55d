package io.daybook.command.notification;

import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.LocationId;

/** Who a message is for. */
public sealed interface Recipient {
    /** As they wanted to be addressed when they ordered. */
    record Customer(CustomerName name, Email email) implements Recipient {
        /** Whoever reads a log shall not learn who was written to. */
        @Override
        public String toString() {
            return "Customer[hidden]";
        }
    }

    /** Where it is reached is known to the channel. */
    record Warehouse(LocationId location) implements Recipient {}
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.Phone;
import org.jspecify.annotations.Nullable;

/** Who gets the parcel and the mail about it: personal data throughout. */
public record Buyer(
        CustomerName name, Email email, @Nullable Phone phone, Address deliverTo) {}

package io.daybook.command.order;

import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Form;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerName;
import io.daybook.domain.kernel.Email;
import io.daybook.domain.kernel.Phone;
import io.daybook.domain.order.Buyer;
import org.jspecify.annotations.Nullable;

/** Who gets the parcel. */
public record BuyerRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable AddressRequest deliverTo) {
    /**
     * @param country ISO 3166-1 alpha-2
     */
    public record AddressRequest(
            @Nullable String street,
            @Nullable String postalCode,
            @Nullable String city,
            @Nullable String country) {
        Address read(String path) {
            String road = Form.required(path + ".street", street);
            String code = Form.required(path + ".postalCode", postalCode);
            String town = Form.required(path + ".city", city);
            String land = Form.required(path + ".country", country);
            try {
                return new Address(road, code, town, land);
            } catch (IllegalArgumentException e) {
                String said = String.valueOf(e.getMessage());
                int space = said.indexOf(' ');
                throw new BadField(path + "." + said.substring(0, space), said.substring(space + 1));
            }
        }
    }

    /** @throws BadField naming the field */
    Buyer read(String path) {
        return new Buyer(
                Form.read(path + ".name", name, CustomerName::new),
                Form.read(path + ".email", email, Email::new),
                Form.readIfGiven(path + ".phone", phone, Phone::new),
                Form.required(path + ".deliverTo", deliverTo).read(path + ".deliverTo"));
    }
}

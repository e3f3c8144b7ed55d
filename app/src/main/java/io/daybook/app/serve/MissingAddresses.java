package io.daybook.app.serve;

import java.util.Set;
import java.util.stream.Collectors;

/** The program was not told where its stores are, and has none of its own to start. */
public final class MissingAddresses extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingAddresses(Set<StoreAddress> missing) {
        super("addresses are missing: set "
                + missing.stream().map(StoreAddress::property).collect(Collectors.joining(", ")));
    }
}

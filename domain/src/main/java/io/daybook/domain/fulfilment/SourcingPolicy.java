package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import java.util.Map;

/** Which locations an order is served from: what a shop may well decide in its own way. Pure; asked while the items are locked. */
@FunctionalInterface
public interface SourcingPolicy {
    /**
     * @param demand units by SKU, at least 1 of each; all locations together hold it
     * @param free units by location and SKU, at least 1 of each
     * @return locations that together hold the demand, the preferred one first
     */
    List<LocationId> choose(Map<Sku, Long> demand, Map<LocationId, Map<Sku, Long>> free, Destination to);
}

package io.daybook.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel that leaves.
 *
 * @param id the carrier's or the warehouse's; shipping twice under one id changes nothing. Without one it gets a UUIDv7
 * @param items what is in it; none means all that is left
 */
public record ShipmentRequest(@Nullable String id, @Nullable List<@Nullable PickRequest> items) {}

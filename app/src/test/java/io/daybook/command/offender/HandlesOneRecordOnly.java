package io.daybook.command.offender;

import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import org.axonframework.eventsourcing.EventSourcingHandler;

final class HandlesOneRecordOnly {
    @EventSourcingHandler
    void on(PriceChanged event) {}
}

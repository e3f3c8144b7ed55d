package io.daybook.app;

import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.infra.serialization.EventTypes;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every event there is, by the name it is stored under; the sealed families are the list. */
@Configuration(proxyBeanMethods = false)
class EventNamesConfig {

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(
                List.of(OrderEvent.class, PaymentEvent.class, InventoryEvent.class, ProductEvent.class), Map.of());
    }
}

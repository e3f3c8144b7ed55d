package io.daybook.domain.catalog.offender;

import io.daybook.domain.order.OrderCommand;

record KnowsOrders(OrderCommand command) {}

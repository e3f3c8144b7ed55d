package io.daybook.query.offender;

import io.daybook.domain.order.OrderLine;

record KnowsAnOrder(OrderLine line) {}

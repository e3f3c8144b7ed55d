package io.daybook.projections.orderstatus;

import io.daybook.projections.postgres.StoredRows;

/** The view's rows in every generation. */
interface OrderStatusRows extends StoredRows<StoredOrderStatus> {}

package io.daybook.projections.stocklevel;

import io.daybook.projections.postgres.StoredRows;

/** The view's rows in every generation. */
interface StockLevelRows extends StoredRows<StoredStock> {}

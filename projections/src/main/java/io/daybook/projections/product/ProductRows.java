package io.daybook.projections.product;

import io.daybook.projections.postgres.StoredRows;

/** The view's rows in every generation. */
interface ProductRows extends StoredRows<StoredProduct> {}

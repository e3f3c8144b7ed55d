/** What may be asked of orders: how one stands, and which ones a customer has. Neither answer holds personal data. */
@NullMarked
package io.daybook.query.order;

import org.jspecify.annotations.NullMarked;

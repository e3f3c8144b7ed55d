/** What makes an order look like fraud, and how much. Rules over the order and the customer's earlier ones; pure. */
@NullMarked
package io.daybook.domain.fraud;

import org.jspecify.annotations.NullMarked;

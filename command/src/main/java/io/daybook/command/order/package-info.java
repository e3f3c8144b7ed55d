/** The order's write side: its shell, and the endpoints by which storefront and warehouse move an order on. */
@NullMarked
package io.daybook.command.order;

import org.jspecify.annotations.NullMarked;

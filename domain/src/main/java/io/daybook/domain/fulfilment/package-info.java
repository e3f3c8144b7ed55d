/**
 * How an order gets its stock: from the lines a buyer wants and the units that are free at each location to an allocation, or to
 * the lines that are short. Pure policy; knows neither orders nor items.
 */
@NullMarked
package io.daybook.domain.fulfilment;

import org.jspecify.annotations.NullMarked;

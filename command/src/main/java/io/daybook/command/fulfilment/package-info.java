/**
 * Wishes that several aggregates grant together: an order and the stock that serves it are decided in one unit of work and appended
 * in one commit. Processes that carry an order on, and the sweeper of ended holds, live here too. This package alone may use the
 * commands of several contexts.
 */
@NullMarked
package io.daybook.command.fulfilment;

import org.jspecify.annotations.NullMarked;

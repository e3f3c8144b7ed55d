/**
 * How any view follows the events: a pure {@link io.daybook.projections.engine.Projection} folds them into rows, a
 * {@link io.daybook.projections.engine.ViewStore} keeps rows and progress, and what lies between (batches, the sequence rule,
 * conditional writes, stopped partitions) is written once, here.
 */
@NullMarked
package io.daybook.projections.engine;

import org.jspecify.annotations.NullMarked;

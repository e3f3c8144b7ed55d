/**
 * Whether stock is what it should be: the whole log added up anew, by a second bookkeeper who knows nothing of deciders and folds, and
 * compared with every view that shows stock.
 */
@NullMarked
package io.daybook.projections.audit;

import org.jspecify.annotations.NullMarked;

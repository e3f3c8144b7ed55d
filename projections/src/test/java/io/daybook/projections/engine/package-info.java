/** Tests of the engine, and the suite that every store of rows must pass. */
@NullMarked
package io.daybook.projections.engine;

import org.jspecify.annotations.NullMarked;

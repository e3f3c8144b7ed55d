/** Tests of the pointer and of a node's copy of it. */
@NullMarked
package io.daybook.projections.generation;

import org.jspecify.annotations.NullMarked;

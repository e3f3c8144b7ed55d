/** The floor that every figure is compared with: what a plain client, written by hand for this one purpose, gets from the same server. */
@NullMarked
package io.daybook.bench.floor;

import org.jspecify.annotations.NullMarked;

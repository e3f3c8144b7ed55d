/** Measurements of a program that runs already, over HTTP, on whatever shop it holds. */
@NullMarked
package io.daybook.bench.shop;

import org.jspecify.annotations.NullMarked;

/** {@code bench append}: what a durable append costs, by how many write at once and how much, and what one hot aggregate bears. */
@NullMarked
package io.daybook.bench.append;

import org.jspecify.annotations.NullMarked;

/**
 * Measurements. Each command states what it did, on what, and the figures as medians with their ranges; a goal is held by a ratio
 * inside one run wherever the machine's own speed would otherwise decide it.
 */
@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;

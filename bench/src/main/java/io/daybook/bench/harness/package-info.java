/**
 * How anything is measured here: subjects have turns, round by round, and every ratio is taken inside one round, so that the
 * machine's own speed and mood fall out of it.
 */
@NullMarked
package io.daybook.bench.harness;

import org.jspecify.annotations.NullMarked;

/**
 * An event log in memory that keeps the promises of the real one. The suite that holds the real one to them is run by this one too, so a
 * test that stands on it stands on what the program has.
 */
@NullMarked
package io.daybook.command.memory;

import org.jspecify.annotations.NullMarked;

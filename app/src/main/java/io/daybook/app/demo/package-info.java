/** A shop to try things with: a catalogue of our own making with stock in three cities, loaded into an empty store. */
@NullMarked
package io.daybook.app.demo;

import org.jspecify.annotations.NullMarked;

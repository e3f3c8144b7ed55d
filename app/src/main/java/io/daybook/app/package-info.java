/** Assembles the program from the modules: what runs in one process, and what it is told from outside. */
@NullMarked
package io.daybook.app;

import org.jspecify.annotations.NullMarked;

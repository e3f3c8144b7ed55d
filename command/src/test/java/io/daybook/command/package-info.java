/** The write side in memory, and the words its tests share. */
@NullMarked
package io.daybook.command;

import org.jspecify.annotations.NullMarked;

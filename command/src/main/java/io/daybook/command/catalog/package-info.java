/** The catalogue's write side: the shell of a product, its endpoints, and a look at what is on offer now. */
@NullMarked
package io.daybook.command.catalog;

import org.jspecify.annotations.NullMarked;

/** Stock: the shell of an item, the wishes that concern one item alone, and the batch by which a warehouse sends many. */
@NullMarked
package io.daybook.command.inventory;

import org.jspecify.annotations.NullMarked;

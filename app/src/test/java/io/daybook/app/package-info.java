/** Whether the program is put together from everything there is. */
@NullMarked
package io.daybook.app;

import org.jspecify.annotations.NullMarked;

/** The servers tried for real: every test here starts what it needs and skips nothing. */
@NullMarked
package io.daybook.devservers;

import org.jspecify.annotations.NullMarked;

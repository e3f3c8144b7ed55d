/** Roles, doors and the run note. */
@NullMarked
package io.daybook.app.serve;

import org.jspecify.annotations.NullMarked;

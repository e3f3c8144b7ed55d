/** Which answer each failure gets. */
@NullMarked
package io.daybook.app.problem;

import org.jspecify.annotations.NullMarked;

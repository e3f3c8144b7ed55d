/** The stories a newcomer reads first, told against the real servers. */
@NullMarked
package io.daybook.app.journey;

import org.jspecify.annotations.NullMarked;

/** The ways out, against servers that speak the real protocols. */
@NullMarked
package io.daybook.infra.notification;

import org.jspecify.annotations.NullMarked;

/** The same servers from Testcontainers, compiled in the Maven profile {@code containers} only. */
@NullMarked
package io.daybook.devservers.containers;

import org.jspecify.annotations.NullMarked;

/** Subjects in JVMs of their own: none has another's garbage, compiled code or threads beside it, and each stays warm between turns. */
@NullMarked
package io.daybook.bench.children;

import org.jspecify.annotations.NullMarked;

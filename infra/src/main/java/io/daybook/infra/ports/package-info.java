/** What the write side and the read side want of the machinery, answered from the log and the tables beside it. */
@NullMarked
package io.daybook.infra.ports;

import org.jspecify.annotations.NullMarked;

/**
 * What happened, as the read side sees it: recorded events, decoded from Kafka or read from the log, and the ports through which
 * they come. Infrastructure implements the ports.
 */
@NullMarked
package io.daybook.projections.history;

import org.jspecify.annotations.NullMarked;

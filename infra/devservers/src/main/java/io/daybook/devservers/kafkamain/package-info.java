/** The one class of ours that runs inside Kafka's JVM, apart from everything else so that its jar holds nothing more. */
@NullMarked
package io.daybook.devservers.kafkamain;

import org.jspecify.annotations.NullMarked;

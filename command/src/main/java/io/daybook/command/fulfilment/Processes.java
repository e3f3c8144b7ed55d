package io.daybook.command.fulfilment;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;

/** How processes read the log. */
final class Processes {
    private static final int BATCH = 256;

    private Processes() {}

    /**
     * Starts at the plain tail, not as Axon's replay: an order placed before the first start is carried on too. What fails stops the
     * batch, which is tried again until it succeeds.
     */
    static void startAtTheTail(Configurer configurer, String group) {
        configurer.eventProcessing(processing -> processing
                .registerListenerInvocationErrorHandler(group, config -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        Configuration::eventStore,
                        (config, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(StreamableMessageSource::createTailToken)));
    }
}

package io.daybook.command.fulfilment;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;

/** How processes read the log. */
final class Processes {
    /**
     * A batch is over when the last command of it is; while it lasts the claim of its segment grows old, and another node that takes it
     * over begins the batch anew. So it must be done well within Axon's ten seconds, also where a command has to wait for its turn.
     */
    private static final int BATCH = 32;

    private Processes() {}

    /**
     * Starts at the plain tail, not as Axon's replay: an order placed before the first start is carried on too. What fails stops the
     * batch, which is tried again until it succeeds.
     */
    static void startAtTheTail(Configurer configurer, String group) {
        startAt(configurer, group, StreamableMessageSource::createTailToken);
    }

    /**
     * Starts at the end that the log has when the program starts, before anybody can ask anything of it: for a process that is switched
     * on some day, and is to pass over what was before.
     */
    static void startAtTheHead(Configurer configurer, String group) {
        AtomicReference<TrackingToken> head = new AtomicReference<>();
        configurer.onInitialize(config -> config.onStart(
                Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS,
                () -> head.set(config.eventStore().createHeadToken())));
        startAt(configurer, group, log -> Objects.requireNonNull(head.get(), "the program has not started"));
    }

    private static void startAt(
            Configurer configurer,
            String group,
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> first) {
        configurer.eventProcessing(processing -> processing
                .registerListenerInvocationErrorHandler(group, config -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        group,
                        Configuration::eventStore,
                        (config, builder) ->
                                builder.initialSegmentCount(1).batchSize(BATCH).initialToken(first)));
    }
}

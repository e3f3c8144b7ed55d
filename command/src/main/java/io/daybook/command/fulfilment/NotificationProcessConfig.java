package io.daybook.command.fulfilment;

import io.daybook.command.catalog.Catalogue;
import io.daybook.command.notification.NotificationWriter;
import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.Postroom;
import io.daybook.command.notification.SomebodyIsTold;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Who is told of what happens to orders, and what they are told; nothing where nobody is. */
@Configuration(proxyBeanMethods = false)
@Conditional(SomebodyIsTold.class)
class NotificationProcessConfig {
    @Bean
    NotificationWriter notificationWriter(EventStore log, Catalogue catalogue) {
        return new LettersFromTheLog(log, catalogue);
    }

    /** @param run whether this program is one that carries orders on */
    @Bean
    ConfigurerModule notificationProcess(
            ObjectProvider<Outbox> outbox,
            ObjectProvider<Postroom> postroom,
            ObjectProvider<EventStore> log,
            Clock clock,
            @Value("${daybook.run.processes:true}") boolean run) {
        return configurer -> {
            if (run) {
                Processes.startAtTheHead(configurer, WhenOrderMovesOnTellPeople.GROUP);
                configurer.eventProcessing(
                        processing -> processing.registerEventHandler(config -> new WhenOrderMovesOnTellPeople(
                                outbox.getObject(), postroom.getObject(), new OrderStory(log.getObject()), clock)));
            }
        };
    }
}

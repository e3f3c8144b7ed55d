package io.daybook.infra.notification;

import io.daybook.command.notification.NotificationChannel;
import io.daybook.command.notification.NotificationProperties;
import io.daybook.command.notification.NotificationProperties.Way;
import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.SomebodyIsTold;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The ways out that {@code daybook.notifications.channels} names. A template or a setting that is wrong ends the start. */
@Configuration(proxyBeanMethods = false)
@Conditional(SomebodyIsTold.class)
@EnableConfigurationProperties({
    Circuits.Settings.class,
    TemplateProperties.class,
    SmtpProperties.class,
    WebhookProperties.class
})
public class ChannelsConfig {
    @Bean
    Circuits notificationCircuits(Circuits.Settings settings) {
        return new Circuits(settings);
    }

    /** Null where mail is not sent. */
    @Bean
    @Nullable
    NotificationChannel smtpChannel(
            NotificationProperties notifications,
            SmtpProperties smtp,
            TemplateProperties templates,
            Circuits circuits) {
        return notifications.channels().contains(Way.SMTP)
                ? new SmtpChannel(smtp, new Templates(templates), circuits.of(SmtpChannel.NAME))
                : null;
    }

    /** Null where nothing is posted. */
    @Bean
    @Nullable
    NotificationChannel webhookChannel(
            NotificationProperties notifications, WebhookProperties webhook, Circuits circuits, Clock clock) {
        return notifications.channels().contains(Way.WEBHOOK)
                ? new WebhookChannel(webhook, circuits.of(WebhookChannel.NAME), clock)
                : null;
    }

    @Bean
    MeterBinder outboxMeters(Outbox outbox, NotificationProperties notifications, Clock clock) {
        List<String> channels = notifications.channels().stream()
                .map(way -> way.name().toLowerCase(Locale.ROOT))
                .toList();
        return new OutboxMeters(outbox, channels, clock);
    }
}

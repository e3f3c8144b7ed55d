package io.daybook.command.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What carries messages out; nothing where nobody is told. */
@Configuration(proxyBeanMethods = false)
@Conditional(SomebodyIsTold.class)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfig {
    @Bean
    Postroom postroom(
            List<NotificationChannel> channels,
            Outbox outbox,
            NotificationWriter writer,
            NotificationProperties properties,
            Clock clock) {
        return new Postroom(channels, outbox, writer, properties, clock);
    }

    @Bean
    RecurringTask<Void> sendNotificationsEveryFewSeconds(Postroom postroom, NotificationProperties properties) {
        return Tasks.recurring("send-notifications", FixedDelay.of(properties.lookEvery()))
                .execute((instance, context) -> postroom.look());
    }
}

package io.daybook.command.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of orders, and how patiently.
 *
 * @param channels none, and nobody is told
 * @param atOnce messages under way at a time, per channel
 * @param firstPause after the first failure; doubled with each further one, and spread by a half either way so that not all come back
 *     at once
 * @param longestPause between two tries
 * @param giveUpAfter how long a message is tried; then it is kept for a person
 * @param lookEvery how often is looked for what is due again
 * @param lease for how long whoever takes a message has it alone; longer than a channel needs for one
 * @param keep how long it is remembered what was sent
 */
@ConfigurationProperties("daybook.notifications")
public record NotificationProperties(
        @DefaultValue List<Way> channels,
        @DefaultValue("16") int atOnce,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause,
        @DefaultValue("72h") Duration giveUpAfter,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("30d") Duration keep) {

    /** The ways out that there are. */
    public enum Way {
        SMTP,
        WEBHOOK
    }

    /** @throws IllegalArgumentException naming the property that is out of its bounds */
    public NotificationProperties {
        channels = List.copyOf(channels);
        if (atOnce < 1 || atOnce > 256) {
            throw new IllegalArgumentException("daybook.notifications.at-once must be 1 to 256");
        }
        positive("first-pause", firstPause);
        positive("give-up-after", giveUpAfter);
        positive("look-every", lookEvery);
        positive("lease", lease);
        positive("keep", keep);
        if (longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "daybook.notifications.longest-pause must not be shorter than first-pause");
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("daybook.notifications." + name + " must be longer than nothing");
        }
    }
}

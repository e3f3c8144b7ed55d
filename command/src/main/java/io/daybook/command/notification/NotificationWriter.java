package io.daybook.command.notification;

/** Writes a message at the moment it is sent, from what the log says. */
public interface NotificationWriter {
    /**
     * @throws IllegalStateException if the log does not hold the event that is to be told of
     */
    Written write(DueNotification due);

    /** What came of it. */
    sealed interface Written {
        record Message(Notification message) implements Written {}

        /**
         * There is nobody to tell, or nothing to tell any more.
         *
         * @param why a stable code: {@code erased}
         */
        record NotWanted(String why) implements Written {}
    }
}

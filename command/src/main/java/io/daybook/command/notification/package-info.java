/**
 * Who is told what of an order: the {@link io.daybook.command.notification.Outbox} keeps what is due to be told, a
 * {@link io.daybook.command.notification.Sender} per channel takes it there, and a
 * {@link io.daybook.command.notification.NotificationChannel} is the way out: mail, a webhook.
 *
 * <p>The outbox names the event that is told of and holds nothing of what it says. A message is written when it is sent, from the log,
 * so that nothing of a person lies about in clear, and who was erased in between gets no mail.
 */
@NullMarked
package io.daybook.command.notification;

import org.jspecify.annotations.NullMarked;

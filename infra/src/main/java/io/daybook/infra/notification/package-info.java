/**
 * The ways by which people and warehouses are told of orders, behind the port
 * {@link io.daybook.command.notification.NotificationChannel}: {@link io.daybook.infra.notification.SmtpChannel} sends mail that
 * {@link io.daybook.infra.notification.Templates} has written, {@link io.daybook.infra.notification.WebhookChannel} posts JSON with a
 * {@link io.daybook.infra.notification.WebhookSignature}. Each has deadlines and a circuit of its own.
 */
@NullMarked
package io.daybook.infra.notification;

import org.jspecify.annotations.NullMarked;

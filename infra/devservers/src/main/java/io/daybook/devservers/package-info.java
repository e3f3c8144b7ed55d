/**
 * Real PostgreSQL, Kafka, Redis and Elasticsearch, and a payment sandbox, as processes owned by the program or by a test run, without Docker.
 * {@link io.daybook.devservers.DevServers} is the way in; one class per server knows how it is prepared, started and
 * asked whether it answers; the rest is about processes, ports, files and who may stop whom.
 */
@NullMarked
package io.daybook.devservers;

import org.jspecify.annotations.NullMarked;

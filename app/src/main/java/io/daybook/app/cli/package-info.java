/**
 * The command line. {@code serve} and {@code demo} run the server in this process; every other command is a thin client of a
 * running server's admin API, touches no framework and answers in a blink.
 */
@NullMarked
package io.daybook.app.cli;

import org.jspecify.annotations.NullMarked;

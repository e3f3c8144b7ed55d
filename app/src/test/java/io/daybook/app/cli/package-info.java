/** The command line without a server. */
@NullMarked
package io.daybook.app.cli;

import org.jspecify.annotations.NullMarked;

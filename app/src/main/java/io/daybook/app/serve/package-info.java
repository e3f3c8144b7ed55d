/** Running the server: its roles, the servers it needs, its ports, and the note about it that the command line reads. */
@NullMarked
package io.daybook.app.serve;

import org.jspecify.annotations.NullMarked;

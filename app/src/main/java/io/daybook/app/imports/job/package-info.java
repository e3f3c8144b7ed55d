/**
 * How a file becomes commands, whatever it holds: it is spooled, cut into units, and sent unit by unit under a lease, so that the
 * job survives the terminal and the process. A kind of file says only how it is cut.
 */
@NullMarked
package io.daybook.app.imports.job;

import org.jspecify.annotations.NullMarked;

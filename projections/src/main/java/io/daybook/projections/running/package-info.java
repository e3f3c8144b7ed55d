/** What a node does with its views while it runs: keeps its copy of the pointer, follows, builds what is missing, and reports. */
@NullMarked
package io.daybook.projections.running;

import org.jspecify.annotations.NullMarked;

/** Where a benchmark runs: servers of its own, on empty data, and one JVM for each subject. */
@NullMarked
package io.daybook.bench.servers;

import org.jspecify.annotations.NullMarked;

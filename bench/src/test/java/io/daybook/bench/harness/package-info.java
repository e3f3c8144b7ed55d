@NullMarked
package io.daybook.bench.harness;

import org.jspecify.annotations.NullMarked;

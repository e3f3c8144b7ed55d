@NullMarked
package io.daybook.bench.forward;

import org.jspecify.annotations.NullMarked;

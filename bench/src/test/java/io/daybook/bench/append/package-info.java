@NullMarked
package io.daybook.bench.append;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.daybook.bench.children;

import org.jspecify.annotations.NullMarked;

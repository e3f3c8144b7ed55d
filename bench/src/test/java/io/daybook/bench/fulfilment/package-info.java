@NullMarked
package io.daybook.bench.fulfilment;

import org.jspecify.annotations.NullMarked;

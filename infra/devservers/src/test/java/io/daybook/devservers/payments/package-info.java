@NullMarked
package io.daybook.devservers.payments;

import org.jspecify.annotations.NullMarked;

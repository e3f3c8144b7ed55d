/** A catalogue that knows orders, which it must not. */
@NullMarked
package io.daybook.domain.catalog.offender;

import org.jspecify.annotations.NullMarked;

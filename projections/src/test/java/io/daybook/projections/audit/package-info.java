/** Tests of the audit of stock. */
@NullMarked
package io.daybook.projections.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The closed list of words that every context shares: identities, money, personal data, refusals.
 * A word enters here only when two contexts must mean exactly the same by it.
 */
@NullMarked
package io.daybook.domain.kernel;

import org.jspecify.annotations.NullMarked;

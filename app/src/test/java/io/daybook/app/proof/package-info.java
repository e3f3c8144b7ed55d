/**
 * What Daybook promises under load and under faults, on processes of their own and real servers. {@code mvn verify} runs a few
 * rounds of each; {@code -Pproof} runs all of them, and {@code docs/proof.md} keeps the results.
 */
@NullMarked
package io.daybook.app.proof;

import org.jspecify.annotations.NullMarked;

/** Tests of imports as a whole, on small files of our own that are dirty in every way we have met. */
@NullMarked
package io.daybook.app.imports;

import org.jspecify.annotations.NullMarked;

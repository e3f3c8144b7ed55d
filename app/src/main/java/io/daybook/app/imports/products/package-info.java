/** A catalogue as JSON lines, one product a line, in the shape of the Icecat export. */
@NullMarked
package io.daybook.app.imports.products;

import org.jspecify.annotations.NullMarked;

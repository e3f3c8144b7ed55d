/** Tests of the package of the same name. */
@NullMarked
package io.daybook.app.imports.orders;

import org.jspecify.annotations.NullMarked;

/** Tests of the catalogue's questions. */
@NullMarked
package io.daybook.query.catalog;

import org.jspecify.annotations.NullMarked;

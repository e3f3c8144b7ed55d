/** Tests of what every question has in common, and the vocabulary for asking in tests. */
@NullMarked
package io.daybook.query.reading;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of the same name. */
@NullMarked
package io.daybook.app.demo;

import org.jspecify.annotations.NullMarked;

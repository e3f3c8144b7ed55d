/**
 * What the structure must be, each rule proved to bite by a class that breaks it; and the pages of {@code docs/} that are made from
 * the code.
 */
@NullMarked
package io.daybook.app.architecture;

import org.jspecify.annotations.NullMarked;

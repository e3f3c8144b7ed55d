/**
 * How an event becomes bytes and comes back: logical names instead of class names, plain JSON, personal data encrypted with the key
 * of the person it is about.
 */
@NullMarked
package io.daybook.infra.serialization;

import org.jspecify.annotations.NullMarked;

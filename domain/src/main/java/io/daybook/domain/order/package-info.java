/**
 * The life of an order: placed together with its allocation; paid, unless it is on invoice, and cleared
 * of fraud, in whatever order; then confirmed, shipped (also in part), delivered; or cancelled before
 * anything was shipped; and returned, in whole or in part, after it was, and even before the rest of it is.
 *
 * <p>Imported history enters in two ways: a past order lives its whole life in one decision; a past return, whose order nobody
 * knows, is kept under an id of its own, and nothing else can become of that id.
 */
@NullMarked
package io.daybook.domain.order;

import org.jspecify.annotations.NullMarked;

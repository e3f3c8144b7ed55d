/**
 * The life of an order: placed together with its allocation, confirmed, shipped (also in part), delivered; or cancelled before
 * anything was shipped; and returned, in whole or in part, after it was.
 */
@NullMarked
package io.daybook.domain.order;

import org.jspecify.annotations.NullMarked;

/**
 * What is offered, and at which price. A product is listed, described anew, priced anew and delisted; a delisted product may be
 * listed again. One product sells one SKU, and the SKU is its id.
 * Its currency stays for good, also through a delisting.
 */
@NullMarked
package io.daybook.domain.catalog;

import org.jspecify.annotations.NullMarked;

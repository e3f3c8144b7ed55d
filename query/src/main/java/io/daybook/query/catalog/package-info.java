/** What may be asked of the catalogue, and the answers: a page of products with facets, one product with its stock. */
@NullMarked
package io.daybook.query.catalog;

import org.jspecify.annotations.NullMarked;

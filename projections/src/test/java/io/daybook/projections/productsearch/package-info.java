/** Tests of the search, on a real Elasticsearch and a small catalogue of our own. */
@NullMarked
package io.daybook.projections.productsearch;

import org.jspecify.annotations.NullMarked;

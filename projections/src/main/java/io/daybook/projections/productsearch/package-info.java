/**
 * The catalogue to be searched, in Elasticsearch: one document per SKU with the joined row inside, so that the next event can be
 * folded into it. What passes only with time (a hold that ends) is indexed as the moment from which a unit is sellable, and
 * compared with the time of the question. The server is spoken to in its own JSON: documents and searches are then exactly what
 * {@code index.json} and Elasticsearch's reference describe.
 */
@NullMarked
package io.daybook.projections.productsearch;

import org.jspecify.annotations.NullMarked;

/**
 * A plugin for the core distribution of Elasticsearch, the one that comes through Maven. It registers, under their
 * official names, the analysis components that the full distribution has and the core lacks, and answers {@code GET /}.
 * Index settings written for one therefore run unchanged on the other. It must not be installed on a full distribution.
 */
@NullMarked
package io.daybook.esplugin;

import org.jspecify.annotations.NullMarked;

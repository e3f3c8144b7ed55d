package io.daybook.esplugin;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;

/** The {@code edge_ngram} and {@code ngram} token filters; by default grams of one and two characters. */
final class Grams {

    private Grams() {}

    static PlainFilter edge(String name, Settings settings) {
        int min = min(settings);
        int max = max(settings);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        UnaryOperator<TokenStream> front = stream -> new EdgeNGramTokenFilter(stream, min, max, keep);
        if (!"back".equals(settings.get("side", "front"))) {
            return PlainFilter.multiplying(name, front);
        }
        return PlainFilter.multiplying(
                name, stream -> new ReverseStringFilter(front.apply(new ReverseStringFilter(stream))));
    }

    static PlainFilter all(IndexSettings index, String name, Settings settings) {
        int min = min(settings);
        int max = max(settings);
        requireAllowedSpread(index, min, max);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return PlainFilter.multiplying(name, stream -> new NGramTokenFilter(stream, min, max, keep));
    }

    /** Refuses a spread of gram sizes above {@code index.max_ngram_diff}, as the full distribution does. */
    static void requireAllowedSpread(IndexSettings index, int min, int max) {
        if (max - min > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException("The difference between max_gram and min_gram must be less than or equal"
                    + " to [index.max_ngram_diff] = [" + index.getMaxNgramDiff() + "] but was [" + (max - min) + "]");
        }
    }

    static int min(Settings settings) {
        return settings.getAsInt("min_gram", 1);
    }

    static int max(Settings settings) {
        return settings.getAsInt("max_gram", 2);
    }
}

package io.daybook.esplugin;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/**
 * A token filter that wraps a stream, with the two traits the server asks for. {@code normalizes}: it may stand in a
 * normalizer, because it changes characters only. {@code multiplies}: it emits several tokens for one, so it can
 * neither parse synonym rules nor be trusted by the fast vector highlighter.
 */
class PlainFilter extends AbstractTokenFilterFactory {

    private final String name;
    private final boolean normalizes;
    private final boolean multiplies;
    private final UnaryOperator<TokenStream> wrap;

    private PlainFilter(String name, boolean normalizes, boolean multiplies, UnaryOperator<TokenStream> wrap) {
        super(name, Settings.EMPTY);
        this.name = name;
        this.normalizes = normalizes;
        this.multiplies = multiplies;
        this.wrap = wrap;
    }

    static PlainFilter changing(String name, UnaryOperator<TokenStream> wrap) {
        return new PlainFilter(name, false, false, wrap);
    }

    static PlainFilter normalizing(String name, UnaryOperator<TokenStream> wrap) {
        return new PlainFilter(name, true, false, wrap);
    }

    static PlainFilter multiplying(String name, UnaryOperator<TokenStream> wrap) {
        return new PlainFilter(name, false, true, wrap);
    }

    /** Like {@code normalizing}, but normalizers and synonym rules see the {@code single} form, never two tokens for one. */
    static PlainFilter keepingOriginal(
            String name, UnaryOperator<TokenStream> wrap, UnaryOperator<TokenStream> single) {
        return new PlainFilter(name, true, false, wrap) {
            @Override
            public TokenStream normalize(TokenStream stream) {
                return single.apply(stream);
            }

            @Override
            public TokenFilterFactory getSynonymFilter() {
                return normalizing(name, single);
            }
        };
    }

    @Override
    public TokenStream create(TokenStream stream) {
        return wrap.apply(stream);
    }

    @Override
    public TokenStream normalize(TokenStream stream) {
        return normalizes ? wrap.apply(stream) : stream;
    }

    @Override
    public boolean breaksFastVectorHighlighter() {
        return multiplies;
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        if (multiplies) {
            throw new IllegalArgumentException("Token filter [" + name + "] cannot be used to parse synonyms");
        }
        return this;
    }
}

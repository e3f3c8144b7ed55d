package io.daybook.esplugin;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The {@code unique} filter: drops a token that was seen before, in the whole text or at the same position only. */
final class UniqueTokens extends FilteringTokenFilter {

    private final boolean samePositionOnly;
    private final CharArraySet seen = new CharArraySet(8, false);
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);

    UniqueTokens(TokenStream input, boolean samePositionOnly) {
        super(input);
        this.samePositionOnly = samePositionOnly;
    }

    @Override
    protected boolean accept() {
        if (samePositionOnly && position.getPositionIncrement() > 0) {
            seen.clear();
        }
        return seen.add(term.toString());
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        seen.clear();
    }
}

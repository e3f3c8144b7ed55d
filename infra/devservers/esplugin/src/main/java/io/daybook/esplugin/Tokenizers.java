package io.daybook.esplugin;

import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** The tokenizers by official name. */
final class Tokenizers {

    private Tokenizers() {}

    static Map<String, AnalysisProvider<TokenizerFactory>> byName() {
        return Map.of(
                "edge_ngram", (index, env, name, s) -> edge(name, s),
                "ngram", (index, env, name, s) -> grams(index, name, s),
                "keyword", (index, env, name, s) -> keyword(name, s),
                "whitespace", (index, env, name, s) -> TokenizerFactory.newFactory(name, WhitespaceTokenizer::new),
                "letter", (index, env, name, s) -> TokenizerFactory.newFactory(name, LetterTokenizer::new),
                "pattern", (index, env, name, s) -> pattern(name, s));
    }

    private static TokenizerFactory edge(String name, Settings settings) {
        int min = Grams.min(settings);
        int max = Grams.max(settings);
        IntPredicate kept = TokenChars.of(settings);
        return TokenizerFactory.newFactory(name, () -> new EdgeNGramTokenizer(min, max) {
            @Override
            protected boolean isTokenChar(int character) {
                return kept.test(character);
            }
        });
    }

    private static TokenizerFactory grams(IndexSettings index, String name, Settings settings) {
        int min = Grams.min(settings);
        int max = Grams.max(settings);
        Grams.requireAllowedSpread(index, min, max);
        IntPredicate kept = TokenChars.of(settings);
        return TokenizerFactory.newFactory(name, () -> new NGramTokenizer(min, max) {
            @Override
            protected boolean isTokenChar(int character) {
                return kept.test(character);
            }
        });
    }

    private static TokenizerFactory keyword(String name, Settings settings) {
        int buffer = settings.getAsInt("buffer_size", 256);
        return TokenizerFactory.newFactory(name, () -> new KeywordTokenizer(buffer));
    }

    private static TokenizerFactory pattern(String name, Settings settings) {
        Pattern pattern = Pattern.compile(settings.get("pattern", "\\W+"));
        int group = settings.getAsInt("group", -1);
        return TokenizerFactory.newFactory(name, () -> new PatternTokenizer(pattern, group));
    }
}

package io.daybook.esplugin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The token filters by official name. A list, so it may be long. */
final class TokenFilters {

    private TokenFilters() {}

    static Map<String, AnalysisProvider<TokenFilterFactory>> byName() {
        Map<String, AnalysisProvider<TokenFilterFactory>> all = new TreeMap<>();
        all.put("stemmer", (index, env, name, s) -> PlainFilter.changing(name, Stemmers.byLanguage(language(s))));
        all.put(
                "snowball",
                (index, env, name, s) ->
                        PlainFilter.changing(name, Stemmers.snowball(s.get("language", s.get("name", "English")))));
        all.put("porter_stem", (index, env, name, s) -> PlainFilter.changing(name, PorterStemFilter::new));
        all.put("kstem", (index, env, name, s) -> PlainFilter.changing(name, KStemFilter::new));
        all.put("asciifolding", (index, env, name, s) -> folding(name, s));
        all.put("edge_ngram", (index, env, name, s) -> Grams.edge(name, s));
        all.put("ngram", (index, env, name, s) -> Grams.all(index, name, s));
        all.put("word_delimiter_graph", (index, env, name, s) -> WordDelimiter.of(env, name, s));
        all.put("flatten_graph", (index, env, name, s) -> PlainFilter.multiplying(name, FlattenGraphFilter::new));
        all.put("unique", (index, env, name, s) -> unique(name, s));
        all.put("trim", (index, env, name, s) -> PlainFilter.normalizing(name, TrimFilter::new));
        all.put("lowercase", (index, env, name, s) -> PlainFilter.normalizing(name, LowerCaseFilter::new));
        all.put("uppercase", (index, env, name, s) -> PlainFilter.normalizing(name, UpperCaseFilter::new));
        all.put("length", (index, env, name, s) -> length(name, s));
        all.put("truncate", (index, env, name, s) -> truncate(name, s));
        all.put("keyword_marker", configured((index, env, name, s) -> keywords(env, name, s)));
        all.put("pattern_replace", configured((index, env, name, s) -> replace(name, s)));
        all.put("synonym", configured((index, env, name, s) -> new Synonyms(name, env, s, false)));
        all.put("synonym_graph", configured((index, env, name, s) -> new Synonyms(name, env, s, true)));
        return all;
    }

    static List<PreConfiguredTokenFilter> preConfigured() {
        return List.of(
                PreConfiguredTokenFilter.singleton("asciifolding", true, ASCIIFoldingFilter::new),
                PreConfiguredTokenFilter.singleton("kstem", false, KStemFilter::new),
                PreConfiguredTokenFilter.singleton("porter_stem", false, PorterStemFilter::new),
                PreConfiguredTokenFilter.singleton("trim", true, TrimFilter::new),
                PreConfiguredTokenFilter.singleton("unique", false, stream -> new UniqueTokens(stream, false)),
                PreConfiguredTokenFilter.singleton("uppercase", true, UpperCaseFilter::new),
                PreConfiguredTokenFilter.singleton(
                        "stop", false, stream -> new StopFilter(stream, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)));
    }

    /** Filters that make no sense without settings are refused when used by bare name, as in the full distribution. */
    private static AnalysisProvider<TokenFilterFactory> configured(AnalysisProvider<TokenFilterFactory> filter) {
        return AnalysisPlugin.requiresAnalysisSettings(filter);
    }

    private static String language(Settings settings) {
        return settings.get("language", settings.get("name", "porter"));
    }

    private static TokenFilterFactory folding(String name, Settings settings) {
        UnaryOperator<TokenStream> fold = ASCIIFoldingFilter::new;
        if (!settings.getAsBoolean("preserve_original", false)) {
            return PlainFilter.normalizing(name, fold);
        }
        return PlainFilter.keepingOriginal(name, stream -> new ASCIIFoldingFilter(stream, true), fold);
    }

    private static TokenFilterFactory unique(String name, Settings settings) {
        boolean samePosition = settings.getAsBoolean("only_on_same_position", false);
        return PlainFilter.changing(name, stream -> new UniqueTokens(stream, samePosition));
    }

    private static TokenFilterFactory length(String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return PlainFilter.changing(name, stream -> new LengthFilter(stream, min, max));
    }

    private static TokenFilterFactory truncate(String name, Settings settings) {
        int length = settings.getAsInt("length", 10);
        return PlainFilter.changing(name, stream -> new TruncateTokenFilter(stream, length));
    }

    private static TokenFilterFactory keywords(Environment environment, String name, Settings settings) {
        var words = Analysis.getWordList(environment, settings, "keywords");
        if (words == null) {
            throw new IllegalArgumentException("keyword filter requires either `keywords` or `keywords_path`");
        }
        var set = new CharArraySet(words, settings.getAsBoolean("ignore_case", false));
        return PlainFilter.changing(name, stream -> new SetKeywordMarkerFilter(stream, set));
    }

    private static TokenFilterFactory replace(String name, Settings settings) {
        String pattern = settings.get("pattern");
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "pattern is missing for [" + name + "] token filter of type 'pattern_replace'");
        }
        Pattern compiled = Pattern.compile(pattern);
        String replacement = settings.get("replacement", "");
        boolean every = settings.getAsBoolean("all", true);
        return PlainFilter.normalizing(name, stream -> new PatternReplaceFilter(stream, compiled, replacement, every));
    }
}

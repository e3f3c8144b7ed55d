package io.daybook.esplugin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SynonymFilter;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * The {@code synonym} and {@code synonym_graph} filters. They know their place in the chain: the rules are analysed by
 * the tokenizer and the filters before them, so that a rule written in plain words meets stemmed tokens.
 */
final class Synonyms extends AbstractTokenFilterFactory {

    private final String name;
    private final Environment environment;
    private final Settings settings;
    private final boolean graph;

    Synonyms(String name, Environment environment, Settings settings, boolean graph) {
        super(name, settings);
        this.name = name;
        this.environment = environment;
        this.settings = settings;
        this.graph = graph;
        if (settings.hasValue("synonyms_set")) {
            throw new IllegalArgumentException("synonyms_set needs the full distribution");
        }
        if (!settings.hasValue("synonyms") && !settings.hasValue("synonyms_path")) {
            throw new IllegalArgumentException(
                    "synonym requires either `synonyms`, `synonyms_set` or `synonyms_path` to be configured");
        }
    }

    @Override
    public TokenStream create(TokenStream stream) {
        throw new IllegalStateException("a synonym filter is only usable through its form for one analysis chain");
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        return IDENTITY_FILTER;
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexService.IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> previous,
            Function<String, TokenFilterFactory> others) {
        TokenFilterFactory[] before =
                previous.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new);
        try (Analyzer chain = new CustomAnalyzer(tokenizer, charFilters.toArray(CharFilterFactory[]::new), before)) {
            return new InChain(name, SynonymRules.parse(name, rules(), settings, chain), graph);
        }
    }

    private List<String> rules() {
        String key = settings.hasValue("synonyms") ? "synonyms" : "synonyms_path";
        List<String> given = key.equals("synonyms")
                ? settings.getAsList("synonyms")
                : Analysis.getWordList(environment, settings, "synonyms");
        return List.copyOf(new LinkedHashSet<>(given == null ? List.of() : given));
    }

    private record InChain(String name, SynonymMap map, boolean graph) implements TokenFilterFactory {

        @Override
        @SuppressWarnings(
                "deprecation") // the plain synonym filter is deprecated in Lucene, yet it is what the name means
        public TokenStream create(TokenStream stream) {
            if (map.fst == null) {
                return stream;
            }
            return graph ? new SynonymGraphFilter(stream, map, false) : new SynonymFilter(stream, map, false);
        }

        @Override
        public TokenFilterFactory getSynonymFilter() {
            return IDENTITY_FILTER;
        }
    }
}

package io.daybook.esplugin;

import java.io.Reader;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** The character filters by official name. */
final class CharFilters {

    private static final Pattern RULE = Pattern.compile("(.*)\\s*=>\\s*(.*)\\s*$");

    private CharFilters() {}

    static Map<String, AnalysisProvider<CharFilterFactory>> byName() {
        return Map.of(
                "html_strip", (index, env, name, s) -> new Stripping(name, Set.copyOf(s.getAsList("escaped_tags"))),
                "mapping", AnalysisPlugin.requiresAnalysisSettings((index, env, name, s) -> mapping(env, name, s)),
                "pattern_replace",
                        AnalysisPlugin.requiresAnalysisSettings((index, env, name, s) -> replacing(name, s)));
    }

    private static CharFilterFactory mapping(Environment environment, String name, Settings settings) {
        var rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException(
                    "mapping requires either `mappings` or `mappings_path` to be configured");
        }
        var builder = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            Matcher parts = RULE.matcher(rule);
            if (!parts.find()) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            builder.add(parts.group(1).strip(), parts.group(2).strip());
        }
        NormalizeCharMap map = builder.build();
        return new Normalizing(name, reader -> new MappingCharFilter(map, reader));
    }

    private static CharFilterFactory replacing(String name, Settings settings) {
        String pattern = settings.get("pattern");
        if (pattern == null) {
            throw new IllegalArgumentException("pattern is missing for [" + name + "] char filter");
        }
        Pattern compiled = Pattern.compile(pattern);
        String replacement = settings.get("replacement", "");
        return new Normalizing(name, reader -> new PatternReplaceCharFilter(compiled, replacement, reader));
    }

    private record Normalizing(String name, UnaryOperator<Reader> wrap) implements NormalizingCharFilterFactory {
        @Override
        public Reader create(Reader reader) {
            return wrap.apply(reader);
        }
    }

    private record Stripping(String name, Set<String> keptTags) implements CharFilterFactory {
        @Override
        public Reader create(Reader reader) {
            return keptTags.isEmpty() ? new HTMLStripCharFilter(reader) : new HTMLStripCharFilter(reader, keptTags);
        }
    }
}

package io.daybook.esplugin;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.synonym.WordnetSynonymParser;
import org.apache.lucene.util.CharsRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.elasticsearch.common.settings.Settings;

/** Synonym rules in Solr's or WordNet's notation. With {@code lenient} a rule that analyses to nothing is left out. */
final class SynonymRules extends SolrSynonymParser {

    private final boolean lenient;

    private SynonymRules(boolean expand, boolean lenient, Analyzer chain) {
        super(true, expand, chain);
        this.lenient = lenient;
    }

    static SynonymMap parse(String name, List<String> rules, Settings settings, Analyzer chain) {
        boolean expand = settings.getAsBoolean("expand", true);
        boolean lenient = settings.getAsBoolean("lenient", false);
        SynonymMap.Parser parser = "wordnet".equalsIgnoreCase(settings.get("format"))
                ? new WordnetSynonymParser(true, expand, chain)
                : new SynonymRules(expand, lenient, chain);
        try {
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException | IllegalArgumentException refused) {
            throw new IllegalArgumentException("failed to build synonyms from [" + name + "]", refused);
        }
    }

    @Override
    public void add(CharsRef input, CharsRef output, boolean includeOriginal) {
        if (!lenient || (input.length > 0 && output.length > 0)) {
            super.add(input, output, includeOriginal);
        }
    }

    @Override
    public CharsRef analyze(String text, CharsRefBuilder reuse) throws IOException {
        try {
            return super.analyze(text, reuse);
        } catch (IllegalArgumentException empty) {
            if (!lenient) {
                throw empty;
            }
            return new CharsRef("");
        }
    }
}

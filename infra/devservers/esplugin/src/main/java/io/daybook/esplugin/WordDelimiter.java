package io.daybook.esplugin;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.IGNORE_KEYWORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.Analysis;

/** The {@code word_delimiter_graph} filter: each official switch is one flag of Lucene's filter. */
final class WordDelimiter {

    private static final Map<String, Integer> ON_BY_DEFAULT = Map.of(
            "generate_word_parts", GENERATE_WORD_PARTS,
            "generate_number_parts", GENERATE_NUMBER_PARTS,
            "split_on_case_change", SPLIT_ON_CASE_CHANGE,
            "split_on_numerics", SPLIT_ON_NUMERICS,
            "stem_english_possessive", STEM_ENGLISH_POSSESSIVE);

    private static final Map<String, Integer> OFF_BY_DEFAULT = Map.of(
            "catenate_words", CATENATE_WORDS,
            "catenate_numbers", CATENATE_NUMBERS,
            "catenate_all", CATENATE_ALL,
            "preserve_original", PRESERVE_ORIGINAL,
            "ignore_keywords", IGNORE_KEYWORDS);

    private WordDelimiter() {}

    static PlainFilter of(Environment environment, String name, Settings settings) {
        int flags = flags(ON_BY_DEFAULT, settings, true) | flags(OFF_BY_DEFAULT, settings, false);
        List<String> words = Analysis.getWordList(environment, settings, "protected_words");
        CharArraySet kept = words == null ? CharArraySet.EMPTY_SET : new CharArraySet(words, false);
        boolean adjust = settings.getAsBoolean("adjust_offsets", true);
        return PlainFilter.multiplying(
                name,
                stream -> new WordDelimiterGraphFilter(
                        stream, adjust, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, kept));
    }

    private static int flags(Map<String, Integer> switches, Settings settings, boolean byDefault) {
        return switches.entrySet().stream()
                .filter(entry -> settings.getAsBoolean(entry.getKey(), byDefault))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}

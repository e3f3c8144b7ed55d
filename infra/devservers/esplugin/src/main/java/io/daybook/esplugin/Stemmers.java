package io.daybook.esplugin;

import java.io.IOException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Stemmers by the language names of the {@code stemmer} and {@code snowball} filters. */
final class Stemmers {

    private Stemmers() {}

    static UnaryOperator<TokenStream> byLanguage(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "english", "porter" -> PorterStemFilter::new;
            case "light_english", "lightenglish", "kstem" -> KStemFilter::new;
            case "minimal_english", "minimalenglish" -> EnglishMinimalStemFilter::new;
            case "possessive_english", "possessiveenglish" -> EnglishPossessiveFilter::new;
            case "porter2" -> snowball("English");
            default -> snowball(language);
        };
    }

    /** Built once here, so that an unknown language refuses the index and not the first document. */
    static UnaryOperator<TokenStream> snowball(String language) {
        String stemmer = language.substring(0, 1).toUpperCase(Locale.ROOT)
                + language.substring(1).toLowerCase(Locale.ROOT);
        try (var probe = new SnowballFilter(new KeywordTokenizer(), stemmer)) {
            probe.clearAttributes();
        } catch (IllegalArgumentException | IOException unknown) {
            throw new IllegalArgumentException("Invalid stemmer class specified: " + language, unknown);
        }
        return stream -> new SnowballFilter(stream, stemmer);
    }
}

package io.daybook.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The analysis components that our plugin gives to the core distribution, under their official names. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnalysisTest {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    private static final String INDEX = """
            {"settings": {"max_ngram_diff": 3, "analysis": {
              "char_filter": {
                "and": {"type": "mapping", "mappings": ["& => and", "C++ => cplusplus"]},
                "dash": {"type": "pattern_replace", "pattern": "[/_]", "replacement": "-"}},
              "tokenizer": {"prefixes": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4, "token_chars": ["letter"]}},
              "filter": {
                "stem": {"type": "stemmer", "language": "english"},
                "minimal": {"type": "stemmer", "language": "minimal_english"},
                "snow": {"type": "snowball", "language": "English"},
                "fold": {"type": "asciifolding", "preserve_original": true},
                "edge": {"type": "edge_ngram", "min_gram": 1, "max_gram": 3},
                "ends": {"type": "edge_ngram", "min_gram": 1, "max_gram": 3, "side": "back"},
                "grams": {"type": "ngram", "min_gram": 2, "max_gram": 3},
                "parts": {"type": "word_delimiter_graph", "preserve_original": true},
                "alike": {"type": "synonym_graph", "synonyms": ["sofas, couches", "tv, television sets"]},
                "same": {"type": "synonym", "synonyms": ["laptop, notebook"]}},
              "analyzer": {
                "stemmed": {"tokenizer": "standard", "filter": ["lowercase", "stem"]},
                "minimal": {"tokenizer": "standard", "filter": ["lowercase", "minimal"]},
                "snow": {"tokenizer": "standard", "filter": ["lowercase", "snow"]},
                "folded": {"tokenizer": "standard", "filter": ["lowercase", "fold"]},
                "typed": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "edge"]},
                "ends": {"tokenizer": "standard", "filter": ["ends"]},
                "grams": {"tokenizer": "standard", "filter": ["grams"]},
                "prefixes": {"tokenizer": "prefixes", "filter": ["lowercase"]},
                "parts": {"tokenizer": "whitespace", "filter": ["parts", "flatten_graph", "lowercase", "unique"]},
                "alike": {"tokenizer": "standard", "filter": ["lowercase", "stem", "alike"]},
                "same": {"tokenizer": "standard", "filter": ["lowercase", "same"]},
                "mapped": {"char_filter": ["html_strip", "and"], "tokenizer": "whitespace"},
                "sku": {"char_filter": ["dash"], "tokenizer": "keyword", "filter": ["trim", "lowercase"]},
                "own": {"type": "english", "stopwords": ["the"], "stem_exclusion": ["running"]}}}},
             "mappings": {"properties": {"text": {"type": "text", "analyzer": "english"}}}}
            """;

    private static DevServers servers;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        servers =
                DevServers.start(new DevServersOptions(TestHome.empty("analysis"), EnumSet.of(Kind.ELASTICSEARCH), 0));
        assertThat(http("PUT", "/trial", INDEX)).contains("\"acknowledged\":true");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void stemmers_reduce_words() throws IOException, InterruptedException {
        assertThat(tokens("english", "The quick foxes' running shoes")).isEqualTo("quick fox run shoe");
        assertThat(tokens("own", "the running shoes")).isEqualTo("running shoe");
        assertThat(tokens("stemmed", "Running shoes")).isEqualTo("run shoe");
        assertThat(tokens("minimal", "ladies and dogs")).isEqualTo("lady and dog");
        assertThat(tokens("snow", "generously running")).isEqualTo("generous run");
    }

    @Test
    void folding_makes_accents_optional() throws IOException, InterruptedException {
        assertThat(tokens("folded", "Café")).isEqualTo("cafe café");
    }

    @Test
    void grams_cut_words() throws IOException, InterruptedException {
        assertThat(tokens("typed", "Nïke Air")).isEqualTo("n ni nik a ai air");
        assertThat(tokens("ends", "shoes")).isEqualTo("s es oes");
        assertThat(tokens("grams", "shoe")).isEqualTo("sh sho ho hoe oe");
        assertThat(tokens("prefixes", "Air 42")).isEqualTo("ai air");
    }

    @Test
    void words_are_split_at_their_joints() throws IOException, InterruptedException {
        assertThat(tokens("parts", "Wi-Fi PowerShot500")).isEqualTo("wi-fi wi fi powershot500 power shot 500");
    }

    @Test
    void synonym_rules_pass_the_chain_before_them() throws IOException, InterruptedException {
        assertThat(tokens("alike", "sofa")).isEqualTo("couch sofa");
        assertThat(tokens("alike", "tv")).isEqualTo("televis tv set");
        assertThat(tokens("same", "laptop bag")).isEqualTo("laptop notebook bag");
    }

    @Test
    void characters_are_mapped_before_tokens_are_made() throws IOException, InterruptedException {
        assertThat(tokens("mapped", "<b>C++</b> & more")).isEqualTo("cplusplus and more");
        assertThat(tokens("sku", " AB/12_c ")).isEqualTo("ab-12-c");
    }

    @Test
    void a_gram_filter_before_synonyms_is_refused_as_in_the_full_distribution()
            throws IOException, InterruptedException {
        String bad = """
                {"settings": {"analysis": {
                  "filter": {"e": {"type": "edge_ngram"}, "s": {"type": "synonym", "synonyms": ["a, b"]}},
                  "analyzer": {"x": {"tokenizer": "standard", "filter": ["e", "s"]}}}}}
                """;
        assertThat(http("PUT", "/bad", bad)).contains("Token filter [e] cannot be used to parse synonyms");
    }

    @Test
    void the_root_tells_the_version() throws IOException, InterruptedException {
        assertThat(http("GET", "/", "")).contains("\"number\":\"8.19.21\"").contains("You Know, for Search");
    }

    private static String tokens(String analyzer, String text) throws IOException, InterruptedException {
        String answer =
                http("POST", "/trial/_analyze", "{\"analyzer\":\"" + analyzer + "\",\"text\":\"" + text + "\"}");
        return TOKEN.matcher(answer).results().map(match -> match.group(1)).collect(Collectors.joining(" "));
    }

    private static String http(String method, String path, String body) throws IOException, InterruptedException {
        return new Servers(servers.addresses()).search(method, path, body);
    }
}

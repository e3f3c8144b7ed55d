package io.daybook.devservers;

import java.util.List;

/** Options of Elasticsearch's JVM. */
final class ElasticsearchFlags {

    /** A serial collector and the quick compiler: half the memory and start, and no slower on our bulks. */
    static final List<String> SMALL = List.of(
            "-Xms128m",
            "-Xmx512m",
            "-XX:MaxDirectMemorySize=128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss1m");

    /** What the stock launcher passes on JDK 25, without its memory options. */
    static final List<String> AS_THE_STOCK_LAUNCHER = List.of(
            "-Des.networkaddress.cache.ttl=60",
            "-Des.networkaddress.cache.negative.ttl=10",
            "-Des.distribution.type=zip",
            "-Des.java.type=bundled",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Djava.locale.providers=CLDR",
            "-Djdk.attach.allowAttachSelf=true",
            "-Djna.nosys=true",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true",
            "-Dio.netty.recycler.maxCapacityPerThread=0",
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dlog4j2.disable.jmx=true",
            "-Dlog4j2.formatMsgNoLookups=true",
            "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
            "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:+EnableDynamicAgentLoading",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=org.elasticsearch.nativeaccess,org.apache.lucene.core",
            "--enable-native-access=ALL-UNNAMED",
            "--illegal-native-access=deny",
            "--add-exports=java.base/org.elasticsearch.entitlement.bridge="
                    + "org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,"
                    + "jdk.management.agent",
            "--add-modules=jdk.net",
            "--add-modules=jdk.management.agent",
            "--add-modules=ALL-MODULE-PATH");

    private ElasticsearchFlags() {}
}

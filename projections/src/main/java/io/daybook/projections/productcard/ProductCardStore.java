package io.daybook.projections.productcard;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.LostMark;
import io.daybook.projections.engine.MarkWentBack;
import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.Progress.Mark;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.Version;
import io.daybook.projections.engine.ViewStore;
import io.daybook.projections.joined.ProductRow;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.ValueScanCursor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The joined rows in Redis. {@code card:<generation>:<sku>} is a hash of version, row and sequence map; {@code cards:<generation>}
 * the set of all SKUs, {@code cards:<generation>:marks} the hash of marks. Scripts make each write and each move of marks one step.
 * One file as all of it is the layout of these keys.
 */
final class ProductCardStore implements ViewStore<ProductRow> {
    static final String VIEW = "product-card";
    private static final int AT_ONCE = 200;
    private static final Duration PACE = Duration.ofMillis(10);
    private static final String[] FIELDS = {"version", "applied", "row"};

    private final CardServer server;
    private final String prefix;
    private final String write = script("write.lua");
    private final String move = script("advance.lua");

    /**
     * @param prefix of every key
     */
    ProductCardStore(CardServer server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    private String card(int generation, String sku) {
        return prefix + "card:" + generation + ":" + sku;
    }

    private String skus(int generation) {
        return prefix + "cards:" + generation;
    }

    private String marks(int generation) {
        return prefix + "cards:" + generation + ":marks";
    }

    /** Keys need no room. */
    @Override
    public void create(int generation) {}

    /** Marks first: rows without them are never answered. */
    @Override
    public void drop(int generation) {
        var _ = server.one(server.commands().unlink(marks(generation)));
        List<RedisFuture<Long>> sent = new ArrayList<>();
        eachSku(generation, some -> {
            if (!some.isEmpty()) {
                sent.add(server.commands()
                        .unlink(some.stream().map(sku -> card(generation, sku)).toArray(String[]::new)));
            }
        });
        var _ = server.all(sent);
        var _ = server.one(server.commands().unlink(skus(generation)));
    }

    @Override
    public Map<String, Row<ProductRow>> read(int generation, Collection<String> keys) {
        List<String> wanted = List.copyOf(keys);
        List<RedisFuture<List<KeyValue<String, String>>>> sent = new ArrayList<>();
        wanted.forEach(sku -> sent.add(server.commands().hmget(card(generation, sku), FIELDS)));
        Map<String, Row<ProductRow>> rows = new HashMap<>();
        List<List<KeyValue<String, String>>> found = server.all(sent);
        for (int i = 0; i < found.size(); i++) {
            Row<ProductRow> row = row(wanted.get(i), found.get(i));
            if (row != null) {
                rows.put(row.key(), row);
            }
        }
        return rows;
    }

    private static @Nullable Row<ProductRow> row(String sku, List<KeyValue<String, String>> fields) {
        if (!fields.get(0).hasValue()) {
            return null;
        }
        ProductRow value = fields.get(2).hasValue() ? RowJson.read(fields.get(2).getValue(), ProductRow.class) : null;
        return new Row<>(
                sku,
                value,
                RowJson.readSequences(fields.get(1).getValue()),
                Version.of(Long.parseLong(fields.get(0).getValue())));
    }

    @Override
    public Set<String> write(int generation, Collection<Row<ProductRow>> rows, Advance advance) {
        List<Row<ProductRow>> all = List.copyOf(rows);
        List<RedisFuture<List<String>>> sent = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            sent.add(send(generation, all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        }
        Set<String> losers = new HashSet<>();
        server.all(sent).forEach(losers::addAll);
        if (losers.isEmpty() && !advance.steps().isEmpty()) {
            move(generation, advance);
        }
        return losers;
    }

    private RedisFuture<List<String>> send(int generation, List<Row<ProductRow>> rows) {
        List<String> keys = new ArrayList<>(List.of(skus(generation)));
        List<String> values = new ArrayList<>();
        for (Row<ProductRow> row : rows) {
            keys.add(card(generation, row.key()));
            values.add(row.key());
            values.add(String.valueOf(row.version().number()));
            values.add(String.valueOf(row.version().number() + 1));
            values.add(RowJson.write(row.applied()));
            values.add(row.value() == null ? "" : RowJson.write(row.value()));
        }
        return server.commands()
                .eval(write, ScriptOutputType.MULTI, keys.toArray(String[]::new), values.toArray(String[]::new));
    }

    private void move(int generation, Advance advance) {
        List<String> values = new ArrayList<>();
        advance.steps().forEach((at, step) -> {
            values.add(at.toString());
            values.add(String.valueOf(step.from()));
            values.add(String.valueOf(step.to().nextOffset()));
            values.add(step.to().logId());
        });
        RedisFuture<List<List<String>>> sent = server.commands()
                .eval(move, ScriptOutputType.MULTI, new String[] {marks(generation)}, values.toArray(String[]::new));
        List<List<String>> answer = server.one(sent);
        List<String> missing = answer.getFirst();
        List<String> before = answer.getLast();
        if (!missing.isEmpty()) {
            throw new LostMark(VIEW, generation, missing.toString());
        }
        if (!before.isEmpty()) {
            throw new MarkWentBack(VIEW, generation, before.toString());
        }
    }

    /** Two commands of which the first alone would leave a generation that is noticed as lost. */
    @Override
    public void begin(int generation, Progress progress) {
        Map<String, String> fields = new HashMap<>();
        progress.marks().forEach((at, mark) -> fields.put(at.toString(), mark.nextOffset() + " " + mark.logId()));
        var _ = server.one(server.commands().unlink(marks(generation)));
        if (!fields.isEmpty()) {
            var _ = server.one(server.commands().hset(marks(generation), fields));
        }
    }

    @Override
    public Progress progress(int generation) {
        Map<TopicPartition, Mark> marks = new HashMap<>();
        server.one(server.commands().hgetall(marks(generation))).forEach((at, mark) -> {
            int dash = at.lastIndexOf('-');
            int space = mark.indexOf(' ');
            marks.put(
                    new TopicPartition(at.substring(0, dash), Integer.parseInt(at.substring(dash + 1))),
                    new Mark(Long.parseLong(mark.substring(0, space)), mark.substring(space + 1)));
        });
        return new Progress(marks);
    }

    /** Whether the generation still has marks; without them a row that is not there tells nothing. */
    boolean hasMarks(int generation) {
        return server.one(server.commands().exists(marks(generation))) > 0;
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public long count(int generation) {
        return server.one(server.commands().scard(skus(generation)));
    }

    @Override
    public void scan(int generation, Consumer<Row<ProductRow>> consumer) {
        Set<String> met = new HashSet<>();
        eachSku(generation, some -> {
            List<String> fresh = some.stream().filter(met::add).toList();
            read(generation, fresh).values().forEach(consumer);
        });
    }

    /** In portions; Redis may name a SKU twice. */
    private void eachSku(int generation, Consumer<List<String>> consumer) {
        ScanArgs portion = ScanArgs.Builder.limit(AT_ONCE);
        ValueScanCursor<String> at = server.one(server.commands().sscan(skus(generation), portion));
        while (true) {
            consumer.accept(at.getValues());
            if (at.isFinished()) {
                return;
            }
            at = server.one(server.commands().sscan(skus(generation), at, portion));
        }
    }

    private static String script(String resource) {
        try (InputStream in = ProductCardStore.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

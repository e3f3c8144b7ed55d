package io.daybook.command.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that were used last, strongly and up to a bound. A state taken from here is noted in the {@link Sitting}: an
 * append finds out by itself whether it was current, but a refusal or a no-op does not.
 */
public final class RecentAggregates implements Cache {
    private final Map<Object, Object> entries;

    /**
     * @param max entries kept; the one unused for longest goes first
     */
    public RecentAggregates(int max) {
        entries = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > max;
            }
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the framework's signature
    public <K, V> @Nullable V get(K key) {
        Attempt.current().ifPresent(attempt -> attempt.sitting().noteCache(this));
        Object entry;
        synchronized (entries) {
            entry = entries.get(key);
        }
        if (entry instanceof AggregateCacheEntry<?> aggregate) {
            String id = String.valueOf(key);
            Sitting sitting = Attempt.current().map(Attempt::sitting).orElse(null);
            if (sitting != null && !sitting.trusts(id, versionOf(aggregate))) {
                remove(key);
                return null;
            }
            if (sitting != null) {
                sitting.noteRemembered(id, new Sitting.Remembered(this, versionOf(aggregate)));
            }
        }
        return (V) entry;
    }

    /** An entry keeps its live aggregate while it is in memory, and that knows its version. */
    private static @Nullable Long versionOf(AggregateCacheEntry<?> entry) {
        return entry.recreateAggregate(null, null, null).version();
    }

    @Override
    public void put(@Nullable Object key, Object value) {
        // an aggregate that was asked for in vain has no id
        if (key != null) {
            synchronized (entries) {
                entries.put(key, value);
            }
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        synchronized (entries) {
            return entries.putIfAbsent(key, value) == null;
        }
    }

    @Override
    public boolean remove(@Nullable Object key) {
        synchronized (entries) {
            return entries.remove(key) != null;
        }
    }

    @Override
    public void removeAll() {
        synchronized (entries) {
            entries.clear();
        }
    }

    @Override
    public boolean containsKey(Object key) {
        synchronized (entries) {
            return entries.containsKey(key);
        }
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }
}

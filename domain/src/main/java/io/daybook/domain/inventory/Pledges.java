package io.daybook.domain.inventory;

import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Promises by reservation, as a map that never changes: {@link #with} and {@link #without} answer another one, which shares all but
 * some twenty nodes with this one, so that an item under thousands of holds is as quick to change as a quiet one.
 *
 * <p>A treap: a search tree by reservation that is also a heap by a hash of the reservation, which keeps it balanced without any
 * randomness. Every node knows the units below it and between which times they end, so {@link #unitsAt} skips whole branches.
 */
final class Pledges<P extends Pledge> extends AbstractMap<ReservationId, P> {
    private final @Nullable Node<P> root;

    private Pledges(@Nullable Node<P> root) {
        this.root = root;
    }

    static <P extends Pledge> Pledges<P> none() {
        return new Pledges<>(null);
    }

    Pledges<P> with(ReservationId id, P pledge) {
        return new Pledges<>(with(root, id, pledge));
    }

    Pledges<P> without(ReservationId id) {
        return containsKey(id) ? new Pledges<>(without(root, id)) : this;
    }

    /** Units of all pledges. */
    int units() {
        return units(root);
    }

    /** Units of those that have not ended at the time. */
    int unitsAt(Instant time) {
        return unitsAt(root, time);
    }

    @Override
    public @Nullable P get(@Nullable Object key) {
        if (key instanceof ReservationId id) {
            Node<P> node = root;
            while (node != null) {
                int order = id.value().compareTo(node.id.value());
                if (order == 0) {
                    return node.pledge;
                }
                node = order < 0 ? node.left : node.right;
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return root == null ? 0 : root.size;
    }

    /** In the order of reservations. */
    @Override
    public Set<Map.Entry<ReservationId, P>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<ReservationId, P>> iterator() {
                return new Walk<>(root);
            }

            @Override
            public int size() {
                return Pledges.this.size();
            }
        };
    }

    private static final class Node<P extends Pledge> {
        private final ReservationId id;
        private final P pledge;
        private final int rank;
        private final @Nullable Node<P> left;
        private final @Nullable Node<P> right;
        private final int size;
        private final int units;
        private final Instant firstEnd;
        private final Instant lastEnd;

        Node(ReservationId id, P pledge, int rank, @Nullable Node<P> left, @Nullable Node<P> right) {
            this.id = id;
            this.pledge = pledge;
            this.rank = rank;
            this.left = left;
            this.right = right;
            int nodes = 1;
            int sum = pledge.quantity();
            Instant first = pledge.endsAt();
            Instant last = first;
            if (left != null) {
                nodes += left.size;
                sum += left.units;
                first = earlier(first, left.firstEnd);
                last = later(last, left.lastEnd);
            }
            if (right != null) {
                nodes += right.size;
                sum += right.units;
                first = earlier(first, right.firstEnd);
                last = later(last, right.lastEnd);
            }
            size = nodes;
            units = sum;
            firstEnd = first;
            lastEnd = last;
        }

        Node<P> over(@Nullable Node<P> newLeft, @Nullable Node<P> newRight) {
            return new Node<>(id, pledge, rank, newLeft, newRight);
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return b.isBefore(a) ? b : a;
    }

    private static Instant later(Instant a, Instant b) {
        return b.isAfter(a) ? b : a;
    }

    private static <P extends Pledge> int units(@Nullable Node<P> node) {
        return node == null ? 0 : node.units;
    }

    private static <P extends Pledge> int unitsAt(@Nullable Node<P> node, Instant time) {
        if (node == null || !time.isBefore(node.lastEnd)) {
            return 0;
        }
        if (time.isBefore(node.firstEnd)) {
            return node.units;
        }
        int own = time.isBefore(node.pledge.endsAt()) ? node.pledge.quantity() : 0;
        return own + unitsAt(node.left, time) + unitsAt(node.right, time);
    }

    /** Spreads the hash, whose lowest bits follow the last letters of a name. */
    private static int rank(ReservationId id) {
        int h = id.value().hashCode() * 0x9E3779B9;
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        return h ^ h >>> 13;
    }

    private static <P extends Pledge> Node<P> with(@Nullable Node<P> node, ReservationId id, P pledge) {
        return with(node, id, pledge, rank(id));
    }

    private static <P extends Pledge> Node<P> with(@Nullable Node<P> node, ReservationId id, P pledge, int rank) {
        if (node == null) {
            return new Node<>(id, pledge, rank, null, null);
        }
        int order = id.value().compareTo(node.id.value());
        if (order == 0) {
            return new Node<>(id, pledge, rank, node.left, node.right);
        }
        if (order < 0) {
            Node<P> left = with(node.left, id, pledge, rank);
            return left.rank > node.rank
                    ? left.over(left.left, node.over(left.right, node.right))
                    : node.over(left, node.right);
        }
        Node<P> right = with(node.right, id, pledge, rank);
        return right.rank > node.rank
                ? right.over(node.over(node.left, right.left), right.right)
                : node.over(node.left, right);
    }

    private static <P extends Pledge> @Nullable Node<P> without(@Nullable Node<P> node, ReservationId id) {
        if (node == null) {
            return null;
        }
        int order = id.value().compareTo(node.id.value());
        if (order == 0) {
            return joined(node.left, node.right);
        }
        return order < 0
                ? node.over(without(node.left, id), node.right)
                : node.over(node.left, without(node.right, id));
    }

    /** All on the left come before all on the right. */
    private static <P extends Pledge> @Nullable Node<P> joined(@Nullable Node<P> left, @Nullable Node<P> right) {
        if (left == null) {
            return right;
        }
        if (right == null) {
            return left;
        }
        return left.rank >= right.rank
                ? left.over(left.left, joined(left.right, right))
                : right.over(joined(left, right.left), right.right);
    }

    private static final class Walk<P extends Pledge> implements Iterator<Map.Entry<ReservationId, P>> {
        private final Deque<Node<P>> ahead = new ArrayDeque<>();

        Walk(@Nullable Node<P> root) {
            descend(root);
        }

        private void descend(@Nullable Node<P> from) {
            for (Node<P> node = from; node != null; node = node.left) {
                ahead.push(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !ahead.isEmpty();
        }

        @Override
        public Map.Entry<ReservationId, P> next() {
            if (ahead.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<P> node = ahead.pop();
            descend(node.right);
            return Map.entry(node.id, node.pledge);
        }
    }
}

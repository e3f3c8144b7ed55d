package io.daybook.command.inventory;

import io.daybook.command.dispatch.Asker;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.dispatch.Busy;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Done;
import io.daybook.command.dispatch.Form;
import io.daybook.command.dispatch.Lanes;
import io.daybook.command.dispatch.Scope;
import io.daybook.domain.inventory.InventoryCommand;
import io.daybook.domain.kernel.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Principal;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes stock lines as they come and answers each, in their order, while later ones are still coming. Lines of one SKU are decided one
 * after another, those of different SKUs side by side. At most {@value WINDOW} lines are under way, so memory does not grow with the
 * batch.
 */
final class StockBatch {
    static final String OPERATION = "inventory.batch";
    static final int LONGEST_LINE = 16 * 1024;
    private static final int WINDOW = 512;
    private static final LineResult END = LineResult.problem(0, null, "end", "", null);
    private static final Logger LOG = LoggerFactory.getLogger(StockBatch.class);

    private final Commands commands;
    private final StockWishes wishes;
    private final Lanes lanes;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    StockBatch(Commands commands, StockWishes wishes, Lanes lanes) {
        this.commands = commands;
        this.wishes = wishes;
        this.lanes = lanes;
    }

    /**
     * Reads on one thread and writes on the caller's; returns when every line is answered.
     *
     * @throws IOException if the sender is gone; lines that were read are decided nevertheless
     */
    void run(InputStream in, OutputStream out, @Nullable Principal who) throws IOException {
        BlockingQueue<Future<LineResult>> underWay = new ArrayBlockingQueue<>(WINDOW);
        Thread reader = Thread.startVirtualThread(() -> read(in, underWay, who));
        try {
            for (LineResult result = take(underWay, out); !result.equals(END); result = take(underWay, out)) {
                out.write(json.writeValueAsBytes(result));
                out.write('\n');
            }
            out.flush();
        } finally {
            reader.interrupt();
        }
    }

    /** Whatever was answered leaves before anybody waits. */
    private static LineResult take(BlockingQueue<Future<LineResult>> underWay, OutputStream out) throws IOException {
        try {
            Future<LineResult> next = underWay.peek();
            if (next == null || !next.isDone()) {
                out.flush();
            }
            return underWay.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while lines were under way", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void read(InputStream in, BlockingQueue<Future<LineResult>> underWay, @Nullable Principal who) {
        try {
            CompletableFuture<LineResult> last = CompletableFuture.completedFuture(END);
            try {
                Lines lines = new Lines(in, LONGEST_LINE);
                long number = 1;
                for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                    if (!line.text().isBlank() || line.tooLong()) {
                        underWay.put(decide(number, line, who));
                    }
                    number++;
                }
            } catch (IOException e) {
                last = CompletableFuture.failedFuture(e);
            }
            underWay.put(last);
        } catch (InterruptedException e) {
            LOG.debug("a batch ended early: its sender is gone");
        }
    }

    private CompletableFuture<LineResult> decide(long number, Lines.Line line, @Nullable Principal who) {
        if (line.tooLong()) {
            return CompletableFuture.completedFuture(LineResult.problem(
                    number, null, "invalid", "request.too-large", "A line has at most " + LONGEST_LINE + " bytes."));
        }
        BatchLine wish;
        try {
            wish = json.readValue(line.text(), BatchLine.class);
        } catch (JacksonException e) {
            return CompletableFuture.completedFuture(
                    LineResult.problem(number, null, "invalid", BadField.CODE, e.getOriginalMessage()));
        }
        return lanes.submit(Objects.requireNonNullElse(wish.sku(), ""), () -> decide(number, wish, who));
    }

    private LineResult decide(long number, BatchLine line, @Nullable Principal who) {
        try {
            Scope scope = Objects.requireNonNull(Scope.of(new Asker(who, Form.text("id", line.id())), OPERATION));
            InventoryCommand command = line.read(wishes);
            Done done = commands.once(scope, line, command.aggregateId(), command);
            String status = done.changed() ? "done" : "unchanged";
            return new LineResult(number, line.id(), status, null, null, done.readAfter());
        } catch (BadField e) {
            return LineResult.problem(number, line.id(), "invalid", e.code(), e.getMessage());
        } catch (Refused e) {
            return LineResult.problem(
                    number,
                    line.id(),
                    "refused",
                    e.refusal().code(),
                    e.refusal().message());
        } catch (Busy e) {
            return LineResult.problem(number, line.id(), "failed", e.code(), e.getMessage());
        } catch (RuntimeException e) {
            // a batch of a million lines must not end at one that the store could not take just then
            LOG.error("line {} of a stock batch failed", number, e);
            return LineResult.problem(number, line.id(), "failed", "server.failed", "The line was not taken.");
        }
    }
}

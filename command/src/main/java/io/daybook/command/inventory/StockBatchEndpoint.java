package io.daybook.command.inventory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stock lines by the thousand: NDJSON in, NDJSON out, a result for each line. Read the answer while sending: whoever sends everything
 * first may fill both pipes and wait for ever.
 */
@RestController
final class StockBatchEndpoint {
    private final StockBatch batch;

    StockBatchEndpoint(StockBatch batch) {
        this.batch = batch;
    }

    @PostMapping(
            path = "/inventory/batch",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void run(HttpServletRequest request, HttpServletResponse response, @Nullable Principal who) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        batch.run(request.getInputStream(), response.getOutputStream(), who);
    }
}

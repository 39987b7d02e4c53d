package latent.local.playground;

import java.util.concurrent.atomic.AtomicInteger;
import latent.local.edge.Upstream;
import latent.local.web.Reply;

/** What one edge has answered, and whom it has asked for it. Thread-safe. */
final class EdgeCounters {
    /** The processor's own header: what the bucket answers has none. */
    private static final String OF_PROCESSOR = "X-Request-Id";

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger askedBucket = new AtomicInteger();
    private final AtomicInteger askedProcessor = new AtomicInteger();

    /** The numbers as they stand. */
    record Counts(String code, int requests, int hits, int askedBucket, int askedProcessor) {}

    /** Origins of which the bucket is the primary, counting which of them are asked. */
    Upstream counting(Upstream origins) {
        return fetch -> {
            askedBucket.incrementAndGet();
            var answer = origins.fetch(fetch);
            if (answer.headers().firstValue(OF_PROCESSOR).isPresent()) {
                askedProcessor.incrementAndGet();
            }
            return answer;
        };
    }

    Reply count(Reply reply) {
        requests.incrementAndGet();
        if (reply.header("X-Cache").filter(how -> how.contains("Hit")).isPresent()) {
            hits.incrementAndGet();
        }
        return reply;
    }

    Counts counts(String code) {
        return new Counts(code, requests.get(), hits.get(), askedBucket.get(), askedProcessor.get());
    }
}

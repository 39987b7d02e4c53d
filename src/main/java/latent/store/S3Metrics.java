package latent.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import latent.metrics.Meters;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.http.HttpMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.SdkMetric;

/**
 * Counts attempts to call S3, by operation and outcome, and remembers how the pool of connections was used when the last one began. The SDK tells it
 * of each call when that is over: a publisher sees attempts, which an {@code ExecutionInterceptor} does not tell apart, and only it sees the pool
 * (developer guide, "Service client metrics"). Thread-safe.
 */
final class S3Metrics implements MetricPublisher {
    private final Meters meters;
    private final AtomicInteger leased = new AtomicInteger();
    private final AtomicInteger available = new AtomicInteger();
    private final AtomicInteger pending = new AtomicInteger();

    S3Metrics(Meters meters) {
        this.meters = meters;
        meters.watch("latent.s3.connections.leased", "Connections to S3 in use when it was last called.", leased::get);
        meters.watch("latent.s3.connections.available", "Connections to S3 that were idle then.", available::get);
        meters.watch("latent.s3.connections.pending", "Calls that waited for a connection then.", pending::get);
    }

    @Override
    public void publish(MetricCollection call) {
        String operation = first(call, CoreMetric.OPERATION_NAME, "unknown");
        List<MetricCollection> attempts =
                call.childrenWithName("ApiCallAttempt").toList();
        attempts.forEach(attempt -> {
            meters.calledS3(operation, outcome(attempt));
            attempt.childrenWithName("HttpClient").forEach(this::rememberPool);
        });
        if (attempts.isEmpty()) {
            meters.calledS3(operation, "not-sent");
        }
    }

    /** The HTTP status where S3 answered well or with a no; what went wrong, in the SDK's word, where there is no answer or only half of one. */
    private static String outcome(MetricCollection attempt) {
        String error = first(attempt, CoreMetric.ERROR_TYPE, "");
        List<Integer> status = attempt.metricValues(HttpMetric.HTTP_STATUS_CODE);
        boolean answered = !status.isEmpty() && (error.isEmpty() || status.getFirst() >= 300);
        return answered ? Integer.toString(status.getFirst()) : error.isEmpty() ? "unknown" : error;
    }

    private void rememberPool(MetricCollection client) {
        leased.set(first(client, HttpMetric.LEASED_CONCURRENCY, 0));
        available.set(first(client, HttpMetric.AVAILABLE_CONCURRENCY, 0));
        pending.set(first(client, HttpMetric.PENDING_CONCURRENCY_ACQUIRES, 0));
    }

    private static <T> T first(MetricCollection metrics, SdkMetric<T> metric, T otherwise) {
        return metrics.metricValues(metric).stream().findFirst().orElse(otherwise);
    }

    @Override
    public void close() {
        // there is nothing to be flushed
    }
}

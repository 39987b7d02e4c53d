package latent.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import latent.refusal.Fault;
import latent.refusal.Reason;
import latent.tracing.Tracing;

/** All metrics that the program publishes, in Prometheus' text format; and where its traces go, for those who measure. Thread-safe. */
public final class Meters {
    private static final List<String> WRITE_BACK_OUTCOMES =
            List.of("stored", "already-there", "outdated", "failed", "dropped");
    /** Upper ends of the histograms' buckets: from a hit to the longest that CloudFront waits. */
    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final String REFUSALS = "latent.refusals";
    private static final String FAULTS = "latent.faults";
    private static final String WRITE_BACKS = "latent.write.backs";
    private static final String DEATHS = "latent.workers.died";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tracing tracing;

    /** Metrics without traces. */
    public Meters() {
        this(Tracing.OFF);
    }

    public Meters(Tracing tracing) {
        this.tracing = tracing;
        // from the start on, because an alarm on a missing series never fires
        WRITE_BACK_OUTCOMES.forEach(
                outcome -> counter(WRITE_BACKS, "Attempts to store a rendition.", "outcome", outcome));
        for (Reason reason : Reason.values()) {
            counter(REFUSALS, "Requests that were refused.", "reason", reason.name());
        }
        for (Fault fault : Fault.values()) {
            counter(FAULTS, "Requests that failed by a fault of ours.", "reason", fault.name());
        }
    }

    /** Where requests and their stages are traced to. */
    public Tracing tracing() {
        return tracing;
    }

    /** A request was answered: {@code latent_requests_total} by status, {@code latent_request_duration_seconds} by one of a few words. */
    public void answered(int status, String outcome, Duration took) {
        count("latent.requests", "Requests for renditions that were answered.", "status", Integer.toString(status));
        String description = "Time from the first byte of a request to the last of its answer, by outcome.";
        histogram("latent.request.duration", description, "outcome", outcome).record(took);
    }

    /** A refusal was given: {@code latent_refusals_total}. */
    public void refused(Reason reason) {
        count(REFUSALS, "Requests that were refused.", "reason", reason.name());
    }

    /** A fault was answered, or cut an answer off: {@code latent_faults_total}. */
    public void failed(Fault fault) {
        count(FAULTS, "Requests that failed by a fault of ours.", "reason", fault.name());
    }

    /** A stage of making a rendition ended, well or not: {@code latent_stage_duration_seconds}, by one of a few words. */
    public void staged(String stage, Duration took) {
        String description = "Time of each stage of making a rendition; permit is the wait for memory and a thread.";
        histogram("latent.stage.duration", description, "stage", stage).record(took);
    }

    /** An engine has ended a render: {@code latent_renders_total}, by {@code made} or the code of why not. */
    public void renderEnded(String outcome) {
        count("latent.renders", "Renders by an engine, by how they ended.", "outcome", outcome);
    }

    /** A request was answered: {@code latent_answers_total} by where the rendition came from. */
    public void came(String source) {
        count("latent.answers", "Renditions answered with, by where they came from.", "source", source);
    }

    /** A rendition was rendered: {@code latent_render_seconds} and {@code latent_rendered_pixels_total}. */
    public void rendered(Duration took, long originalPixels) {
        Timer.builder("latent.render")
                .description("Time to decode, resize and encode.")
                .register(registry)
                .record(took);
        Counter.builder("latent.rendered.pixels")
                .description("Pixels of the originals that were rendered from.")
                .register(registry)
                .increment((double) originalPixels);
    }

    /** An attempt to write back ended: {@code latent_write_backs_total}. */
    public void wroteBack(String outcome) {
        count(WRITE_BACKS, "Attempts to store a rendition.", "outcome", outcome);
    }

    /** What a mezzanine did, or why there was none: {@code latent_mezzanines_total} by one of a few words. */
    public void mezzanine(String outcome) {
        count("latent.mezzanines", "Mezzanines, by what was done with them.", "outcome", outcome);
    }

    /** A render worker is ready: {@code latent_workers_started_total}. */
    public void workerStarted() {
        Counter.builder("latent.workers.started")
                .description("Render workers that became ready.")
                .register(registry)
                .increment();
    }

    /** Render workers may end for this reason: an alarm on a series that is not there never rings. */
    public void expectWorkerDeath(String reason) {
        counter(DEATHS, "Render workers that ended, by the reason.", "reason", reason);
    }

    /** A render worker is gone: {@code latent_workers_died_total}, by one of a few reasons. */
    public void workerDied(String reason) {
        count(DEATHS, "Render workers that ended, by the reason.", "reason", reason);
    }

    /** A worker made a rendition: {@code latent_decodes_total} by whether it decoded the file for it, or had it decoded. */
    public void decoded(String from) {
        count("latent.decodes", "Renditions of render workers, by what they began with.", "from", from);
    }

    /** S3 was called, and answered or not: {@code latent_s3_calls_total} by operation and by HTTP status, or by what went wrong. */
    public void calledS3(String operation, String outcome) {
        Counter.builder("latent.s3.calls")
                .description("Attempts to call S3, by operation and outcome.")
                .tags("operation", operation, "outcome", outcome)
                .register(registry)
                .increment();
    }

    /** A host of originals was asked, and answered or not: {@code latent_http_source_calls_total} by host, method, and HTTP status or what went wrong. */
    public void calledSource(String host, String method, String outcome) {
        Counter.builder("latent.http.source.calls")
                .description("Requests to the hosts of originals, by outcome.")
                .tags("host", host, "method", method, "outcome", outcome)
                .register(registry)
                .increment();
    }

    /** A change of an original was worked off, or not: {@code latent_changes_total}. */
    public void changed(String outcome) {
        count("latent.changes", "Changes of originals that workers were told of.", "outcome", outcome);
    }

    /** Renditions of a changed original were removed: {@code latent_purged_total}. */
    public void purged(int renditions) {
        Counter.builder("latent.purged")
                .description("Renditions that were removed because their original changed.")
                .register(registry)
                .increment(renditions);
    }

    /** One of them was to be made again: {@code latent_warmed_total}. */
    public void warmed(String outcome) {
        count("latent.warmed", "Renditions to be made again before anyone asks.", "outcome", outcome);
    }

    /** Publishes a gauge, such as a queue's length. */
    public void watch(String name, String description, Supplier<Number> number) {
        Gauge.builder(name, number).description(description).register(registry);
    }

    /** The current values, in Prometheus' text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    private void count(String name, String description, String tag, String value) {
        counter(name, description, tag, value).increment();
    }

    private Timer histogram(String name, String description, String tag, String value) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .tag(tag, value)
                .register(registry);
    }

    private Counter counter(String name, String description, String tag, String value) {
        return Counter.builder(name).description(description).tag(tag, value).register(registry);
    }
}

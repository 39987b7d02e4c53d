package latent.lazy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import latent.admission.Budget;
import latent.admission.Client;
import latent.admission.RateLimits;
import latent.admission.RenderPermits;
import latent.key.RenditionKey;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.kit.TestBuckets;
import latent.kit.TestKeys;
import latent.lazy.RenditionAnswer.Source;
import latent.metrics.Meters;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.RenderSettings;
import latent.render.cost.CostLimit;
import latent.render.cost.MeasuredCosts;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import latent.render.imgscalr.ImgscalrEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a request's rendition comes from, and what it costs: the portable engine and a real S3 server. */
class RenditionServiceTest {
    private static final RenditionKey KEY = TestKeys.key("w/a_60_40.jpg");
    private static final RenditionKey OTHER = TestKeys.key("w/a_30_20.jpg");
    private static final Client VISITOR = new Client("visitor");

    /** Tokens for one rendition; none comes back while a test runs. */
    private static final Budget FOR_ONE = new Budget(10, 1, Duration.ofDays(1));

    private static final Budget PLENTY = new Budget(1_000_000, 1_000_000, Duration.ofDays(1));

    private final Meters meters = new Meters();
    private final AtomicLong now = new AtomicLong();
    private TestBuckets buckets;
    private OriginalVersions versions;
    private WriteBack writeBack;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new TestBuckets(data);
        buckets.putOriginal(KEY.original(), Stack.jpeg(600, 400));
        versions = new OriginalVersions(buckets.originals, System::nanoTime);
        writeBack = new WriteBack(
                versions,
                buckets.renditions,
                new WriteBackSettings(WriteBackTiming.AFTER_ANSWER, 1 << 20, Duration.ofSeconds(60)),
                meters);
    }

    @AfterEach
    void stop() {
        buckets.between.putsMayPass.countDown();
        writeBack.close();
        buckets.close();
    }

    @Test
    void a_missing_rendition_is_rendered_and_from_then_on_read_from_the_bucket() throws Exception {
        RenditionService service = service(PLENTY);
        RenditionAnswer rendered = service.make(KEY, VISITOR);
        untilStored();
        RenditionAnswer stored = service.make(KEY, VISITOR);
        assertThat(rendered.source()).isEqualTo(Source.RENDERED);
        assertThat(stored.source()).isEqualTo(Source.STORED);
        assertThat(stored.rendition().head()).isEqualTo(rendered.rendition().head());
        assertThat(stored.rendition().eTag()).isEqualTo(rendered.rendition().eTag());
        assertThat(meters.scrape()).contains("latent_render_seconds_count 1");
    }

    @Test
    void a_rendition_that_waits_to_be_stored_is_served_without_asking_s3_or_taking_tokens() {
        buckets.between.putsMayPass = new CountDownLatch(1);
        RenditionService service = service(FOR_ONE);
        RenditionAnswer rendered = service.make(KEY, VISITOR);
        int asked = buckets.between.gets.get();
        for (int i = 0; i < 20; i++) {
            RenditionAnswer pending = service.make(KEY, VISITOR);
            assertThat(pending.source()).isEqualTo(Source.PENDING);
            assertThat(pending.rendition().head())
                    .isEqualTo(rendered.rendition().head());
        }
        // what the write-back itself asks: whether the original is still the same
        assertThat(buckets.between.gets.get()).isLessThanOrEqualTo(asked + 1);
    }

    @Test
    void a_request_for_a_key_that_is_being_made_waits_for_it_and_takes_no_tokens() throws Exception {
        CountDownLatch mayLook = new CountDownLatch(1);
        CountDownLatch looks = new CountDownLatch(1);
        buckets.between.beforePart = range -> {
            looks.countDown();
            await(mayLook);
        };
        RenditionService service = service(FOR_ONE);
        var first = new FutureTask<>(() -> service.make(KEY, VISITOR));
        var second = new FutureTask<>(() -> service.make(KEY, VISITOR));
        Thread.ofPlatform().start(first);
        await(looks);
        Thread waiting = Thread.ofPlatform().start(second);
        Eventually.until("the second waits", () -> waiting.getState() == Thread.State.WAITING || !waiting.isAlive());
        mayLook.countDown();
        assertThat(first.get().source()).isEqualTo(Source.RENDERED);
        assertThat(second.get().source()).isEqualTo(Source.SHARED);
        assertThat(second.get().rendition().head())
                .isEqualTo(first.get().rendition().head());
        assertThat(meters.scrape()).contains("latent_render_seconds_count 1");
    }

    @Test
    void a_client_without_tokens_gets_what_is_stored_and_429_for_the_rest() throws Exception {
        RenditionService service = service(FOR_ONE);
        service.make(KEY, VISITOR);
        untilStored();
        assertThat(service.make(KEY, VISITOR).source()).isEqualTo(Source.STORED);
        assertRefused(service, OTHER, Reason.CLIENT_RATE_LIMITED);
        assertThat(service.make(OTHER, new Client("another")).source()).isEqualTo(Source.RENDERED);
    }

    @Test
    void what_another_instance_stores_is_found_two_seconds_after_it_was_not() throws Exception {
        RenditionService service = service(FOR_ONE);
        service.make(KEY, VISITOR);
        assertRefused(service, OTHER, Reason.CLIENT_RATE_LIMITED);
        buckets.addRendition(OTHER, "\"v\"");
        assertRefused(service, OTHER, Reason.CLIENT_RATE_LIMITED);
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(service.make(OTHER, VISITOR).source()).isEqualTo(Source.STORED);
    }

    @Test
    void a_missing_original_is_asked_for_once_and_a_stored_rendition_of_it_is_served_still() {
        RenditionService service = service(PLENTY);
        buckets.removeOriginal(KEY.original());
        assertRefused(service, KEY, Reason.ORIGINAL_MISSING);
        int asked = buckets.between.gets.get();
        assertRefused(service, KEY, Reason.ORIGINAL_MISSING);
        assertThat(buckets.between.gets).hasValue(asked);
        buckets.addRendition(OTHER, "\"v\"");
        assertThat(service.make(OTHER, VISITOR).source()).isEqualTo(Source.STORED);
    }

    @Test
    void nothing_is_stored_of_what_is_refused_or_fails() {
        RenditionService service = service(PLENTY);
        buckets.putOriginal(KEY.original(), "no picture".getBytes(UTF_8));
        assertRefused(service, KEY, Reason.NOT_A_PICTURE);
        assertThat(writeBack.pending(KEY)).isEmpty();
        assertThat(buckets.between.puts).hasValue(0);
        assertThat(buckets.storedKeys()).isEmpty();
    }

    private static void assertRefused(RenditionService service, RenditionKey key, Reason reason) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.make(key, VISITOR))
                .matches(refusal -> refusal.reason() == reason, "is refused for " + reason);
    }

    private void untilStored() throws Exception {
        Eventually.until("it is stored", () -> writeBack.pending(KEY).isEmpty());
    }

    private RenditionService service(Budget client) {
        RateLimits limits =
                new RateLimits(new RateLimits.Budgets(client, PLENTY, PLENTY, 100), TimeMeter.SYSTEM_NANOTIME, meters);
        RenditionRenderer renderer = new RenditionRenderer(
                buckets.originals,
                versions,
                64L << 20,
                new HeaderGate(Limits.DEFAULT),
                Map.of(),
                new RenderPermits(2, 1L << 28, 10, Duration.ofSeconds(60)),
                new CostLimit(MeasuredCosts.IMGSCALR, Duration.ofSeconds(60)),
                new ImgscalrEngine(RenderSettings.DEFAULT),
                "public, max-age=60",
                Optional.empty(),
                meters);
        return new RenditionService(limits, buckets.renditions, renderer, writeBack, meters, now::get);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

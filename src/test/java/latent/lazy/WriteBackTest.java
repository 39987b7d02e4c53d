package latent.lazy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.key.RenditionKey;
import latent.kit.Eventually;
import latent.kit.MetricSamples;
import latent.kit.TestBuckets;
import latent.kit.TestKeys;
import latent.local.TestS3;
import latent.metrics.Meters;
import latent.store.ListPermission;
import latent.store.Rendition;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBackTest {
    private static final int DROPS = 1000;

    /** The SDK asks as many times before it reports a failure; the tests use its default. */
    private static final int TRIES_OF_ONE_CALL = 4;

    private static final Pattern TOLD = Pattern.compile(
            "WriteBack - Renditions were not kept for S3, .*?(?: \\((\\d+) of this kind since the last such line\\))?$",
            Pattern.MULTILINE);
    private static final RenditionKey KEY = TestKeys.key("widgets/a_60_40.jpg");

    private final Meters meters = new Meters();

    @TempDir
    private Path data;

    @Test
    void what_does_not_fit_is_counted_and_told_in_few_lines() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try (TestS3 nowhere = new TestS3(URI.create("http://127.0.0.1:1"));
                WriteBack writeBack = new WriteBack(
                        versions(nowhere),
                        new S3Renditions(nowhere.client(), "renditions", ListPermission.GRANTED),
                        new WriteBackSettings(WriteBackTiming.AFTER_ANSWER, 0, Duration.ofSeconds(1)),
                        meters)) {
            assertThat(meters.scrape()).contains("latent_write_backs_total{outcome=\"dropped\"} 0.0");
            for (int i = 0; i < DROPS; i++) {
                writeBack.enqueue(KEY, Rendition.of(new byte[] {1}, "image/jpeg", ""), "\"v1\"");
            }
            Eventually.until(
                    "all are told", () -> told(log).stream().mapToInt(n -> n).sum() == DROPS);
        } finally {
            System.setErr(before);
        }
        assertThat(told(log)).hasSizeLessThan(DROPS / 10);
        assertThat(meters.scrape()).contains("latent_write_backs_total{outcome=\"dropped\"} " + DROPS + ".0");
    }

    @Test
    void what_is_rendered_anew_while_its_key_is_being_stored_is_tried_next_and_does_not_wait_for_ever()
            throws Exception {
        try (TestBuckets buckets = new TestBuckets(data)) {
            String eTag = original(buckets);
            CountDownLatch pass = new CountDownLatch(1);
            buckets.between.putsMayPass = pass;
            try (WriteBack writeBack = writeBack(buckets, WriteBackTiming.AFTER_ANSWER)) {
                writeBack.enqueue(KEY, TestBuckets.rendition("first"), eTag);
                Eventually.until("the first is being written", () -> buckets.between.puts.get() > 0);
                writeBack.enqueue(KEY, TestBuckets.rendition("second"), eTag);
                Thread.sleep(100); // the second is looked at, and found to be being written
                pass.countDown();
                Eventually.until("nothing waits", () -> writeBack.pending(KEY).isEmpty());
                assertThat(meters.scrape())
                        .contains("latent_write_back_pending_bytes 0.0", "outcome=\"already-there\"} 1.0");
            }
        }
    }

    @Test
    void what_s3_refuses_is_tried_again_until_it_is_stored_and_is_at_hand_meanwhile() throws Exception {
        try (TestBuckets buckets = new TestBuckets(data);
                WriteBack writeBack = writeBack(buckets, WriteBackTiming.AFTER_ANSWER)) {
            buckets.between.refusePuts = true;
            writeBack.enqueue(KEY, TestBuckets.rendition("it"), original(buckets));
            Eventually.until("two tries have failed", () -> failures() >= 2);
            assertThat(writeBack.pending(KEY))
                    .get()
                    .extracting(Rendition::bytes)
                    .isEqualTo("it".getBytes(UTF_8));
            assertThat(buckets.storedKeys()).isEmpty();
            buckets.between.refusePuts = false;
            Eventually.until("nothing waits", () -> writeBack.pending(KEY).isEmpty());
            assertThat(buckets.storedKeys()).containsExactly(KEY.value());
            assertThat(meters.scrape()).contains("outcome=\"stored\"} 1.0");
        }
    }

    @Test
    void what_waits_when_it_is_closed_is_stored_first() throws Exception {
        try (TestBuckets buckets = new TestBuckets(data)) {
            WriteBack writeBack = writeBack(buckets, WriteBackTiming.AFTER_ANSWER);
            buckets.between.refusePuts = true;
            writeBack.enqueue(KEY, TestBuckets.rendition("it"), original(buckets));
            Eventually.until("a try has failed", () -> failures() >= 1);
            buckets.between.refusePuts = false;
            writeBack.close();
            assertThat(buckets.storedKeys()).containsExactly(KEY.value());
        }
    }

    @Test
    void a_write_that_is_under_way_when_it_is_closed_and_fails_is_tried_once_more() throws Exception {
        try (TestBuckets buckets = new TestBuckets(data)) {
            WriteBack writeBack = writeBack(buckets, WriteBackTiming.AFTER_ANSWER);
            AtomicInteger refused = new AtomicInteger();
            buckets.between.refusesThisPut = () -> refused.incrementAndGet() <= TRIES_OF_ONE_CALL;
            CountDownLatch pass = new CountDownLatch(1);
            buckets.between.putsMayPass = pass;
            writeBack.enqueue(KEY, TestBuckets.rendition("it"), original(buckets));
            Eventually.until("it is being written", () -> buckets.between.puts.get() == 1);
            Thread closing = Thread.ofPlatform().start(writeBack::close);
            Eventually.until("it is being closed", () -> closing.getState() == Thread.State.TIMED_WAITING);
            Thread.sleep(100); // its first round finds that the rendition is being written
            pass.countDown();
            closing.join();
            assertThat(buckets.storedKeys()).containsExactly(KEY.value());
        }
    }

    @Test
    void before_the_answer_it_returns_when_the_rendition_is_stored() throws Exception {
        try (TestBuckets buckets = new TestBuckets(data);
                WriteBack writeBack = writeBack(buckets, WriteBackTiming.BEFORE_ANSWER)) {
            writeBack.enqueue(KEY, TestBuckets.rendition("it"), original(buckets));
            assertThat(buckets.storedKeys()).containsExactly(KEY.value());
        }
    }

    private WriteBack writeBack(TestBuckets buckets, WriteBackTiming when) {
        return new WriteBack(
                new OriginalVersions(buckets.originals, System::nanoTime),
                buckets.renditions,
                new WriteBackSettings(when, 1 << 20, Duration.ofSeconds(60)),
                meters);
    }

    private static String original(TestBuckets buckets) {
        return buckets.putOriginal(KEY.original(), "an original".getBytes(UTF_8));
    }

    private double failures() {
        return MetricSamples.value(meters.scrape(), "latent_write_backs_total{outcome=\"failed\"}");
    }

    private static OriginalVersions versions(TestS3 s3) {
        return new OriginalVersions(
                new S3Originals(s3.client(), "originals", ListPermission.GRANTED), System::nanoTime);
    }

    private static List<Integer> told(ByteArrayOutputStream log) {
        Matcher lines = TOLD.matcher(log.toString(UTF_8));
        return Stream.iterate(lines, Matcher::find, line -> line)
                .map(line -> Integer.parseInt(Optional.ofNullable(line.group(1)).orElse("1")))
                .toList();
    }
}

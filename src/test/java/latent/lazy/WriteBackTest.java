package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.RenditionKey;
import latent.kit.Eventually;
import latent.kit.FaultyS3;
import latent.local.LocalCloud;
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
    private static final Pattern TOLD = Pattern.compile(
            "WriteBack - Renditions were not kept for S3, .*?(?: \\((\\d+) of this kind since the last such line\\))?$",
            Pattern.MULTILINE);
    private static final RenditionKey KEY =
            new KeyGrammar(new KeyRules(Alphabet.SAFE, 4096, Map.of())).parse("widgets/a_60_40.jpg");

    @TempDir
    private Path data;

    @Test
    void what_does_not_fit_is_counted_and_told_in_few_lines() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        Meters meters = new Meters();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try (TestS3 nowhere = new TestS3(URI.create("http://127.0.0.1:1"));
                WriteBack writeBack = new WriteBack(
                        versions(nowhere),
                        new S3Renditions(nowhere.client(), "renditions", ListPermission.GRANTED),
                        WriteBackTiming.AFTER_ANSWER,
                        0,
                        Duration.ofSeconds(1),
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
        Meters meters = new Meters();
        CountDownLatch pass = new CountDownLatch(1);
        try (LocalCloud cloud = LocalCloud.start(new LocalCloud.Settings(
                        data, 0, 0, "known-below", TestS3.ACCESS_KEY, TestS3.SECRET_KEY, "originals", "renditions"));
                FaultyS3 between = new FaultyS3(cloud.s3().url());
                TestS3 s3 = new TestS3(between.url())) {
            s3.put("originals", KEY.original().value(), "-");
            String eTag = s3.client()
                    .headObject(
                            head -> head.bucket("originals").key(KEY.original().value()))
                    .eTag();
            between.putsMayPass = pass;
            try (WriteBack writeBack = new WriteBack(
                    versions(s3),
                    new S3Renditions(s3.client(), "renditions", ListPermission.GRANTED),
                    WriteBackTiming.AFTER_ANSWER,
                    1 << 20,
                    Duration.ofSeconds(60),
                    meters)) {
                int before = between.puts.get();
                writeBack.enqueue(KEY, Rendition.of(new byte[] {1}, "image/jpeg", ""), eTag);
                Eventually.until("the first is in hand", () -> between.puts.get() > before);
                writeBack.enqueue(KEY, Rendition.of(new byte[] {1, 2}, "image/jpeg", ""), eTag);
                Thread.sleep(100); // the second is looked at, and found to be in hand
                pass.countDown();
                Eventually.until("nothing waits", () -> writeBack.pending(KEY).isEmpty());
                assertThat(meters.scrape())
                        .contains("latent_write_back_pending_bytes 0.0", "outcome=\"already-there\"} 1.0");
            }
        }
    }

    private static OriginalVersions versions(TestS3 s3) {
        return new OriginalVersions(
                new S3Originals(s3.client(), "originals", ListPermission.GRANTED), System::nanoTime);
    }

    private static List<Integer> told(ByteArrayOutputStream log) {
        Matcher lines = TOLD.matcher(log.toString(StandardCharsets.UTF_8));
        return Stream.iterate(lines, Matcher::find, line -> line)
                .map(line -> Integer.parseInt(Optional.ofNullable(line.group(1)).orElse("1")))
                .toList();
    }
}

package latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latent.config.SettingSources;
import latent.config.Settings;
import latent.kit.MetricSamples;
import latent.kit.S3Settings;
import latent.kit.Stack;
import latent.metrics.Meters;
import latent.pictures.Encoded;
import latent.pictures.Pictures;
import latent.plan.PlannedFamily;
import latent.render.vips.LibvipsHere;
import latent.warm.WarmReceipt;
import latent.warm.WarmReceipt.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** What {@code latent warm} makes of one original, as a task of the job and a worker of the queue make it. */
class WarmedFamilyTest {
    private static final int ORIGINALS = 3;

    /** Of 1600 pixels: shrunk eight times, four times and twice by the decoder, and not at all. */
    private static final List<Integer> WIDTHS = List.of(100, 150, 200, 250, 320, 400, 500, 800);

    private static final long FACTORS = 3;
    private static final long AT_FULL_SIZE = 2;
    private static final long RENDITIONS = 16;

    private final Meters meters = new Meters();

    @TempDir
    private Path data = Path.of("");

    @Test
    void an_original_is_read_once_and_decoded_once_for_each_factor_however_many_are_made_at_one_time()
            throws Exception {
        LibvipsHere.orSkip();
        try (Stack stack = Stack.start(data, Map.of("render.engine", "vips"));
                Closer opened = new Closer();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Warmers warmers = Warmers.open(settings(stack), meters, opened);
            List<Future<List<WarmReceipt>>> warmed = new ArrayList<>();
            for (int i = 0; i < ORIGINALS; i++) {
                stack.putOriginal("o" + i + ".jpg", Encoded.jpeg(Pictures.clouds(1600, 1200)));
                PlannedFamily family = new PlannedFamily("o" + i + ".jpg", keys(i), false);
                warmed.add(threads.submit(() -> warmers.families().warm(family, () -> true)));
            }
            for (Future<List<WarmReceipt>> receipts : warmed) {
                assertThat(receipts.get())
                        .hasSize((int) RENDITIONS)
                        .allMatch(receipt -> receipt.outcome() == Outcome.MADE, "is made");
            }
            assertThat(counted("latent_decodes_total{from=\"file\"}"))
                    .as("files decoded")
                    .isEqualTo(ORIGINALS * (FACTORS + AT_FULL_SIZE));
            assertThat(counted("latent_decodes_total{from=\"kept\"}"))
                    .as("renditions that began with what another had decoded")
                    .isEqualTo(ORIGINALS * (RENDITIONS - FACTORS - AT_FULL_SIZE));
            assertThat(counted("latent_s3_calls_total{operation=\"GetObject\",outcome=\"200\"}"))
                    .as("reads of originals")
                    .isEqualTo(ORIGINALS);
            assertSameAsAskedFor(stack);
        }
    }

    /** The processor of the stack has made none of them yet, and makes each in another order. */
    private static void assertSameAsAskedFor(Stack stack) throws Exception {
        S3Client client = stack.s3.client();
        Map<String, byte[]> stored = new HashMap<>();
        for (String key : keys(0)) {
            stored.put(
                    key,
                    client.getObjectAsBytes(get -> get.bucket("renditions").key(key))
                            .asByteArray());
            client.deleteObject(delete -> delete.bucket("renditions").key(key));
        }
        for (String key : keys(0).reversed()) {
            assertThat(stack.processor().get("/" + key).body()).as(key).isEqualTo(stored.get(key));
        }
    }

    private static List<String> keys(int original) {
        return WIDTHS.stream()
                .map(width -> "o" + original + "_" + width + "_0.jpg")
                .flatMap(key -> List.of(key, key + ".webp").stream())
                .toList();
    }

    private static Settings settings(Stack stack) {
        Map<String, String> settings =
                S3Settings.of(stack.between.url(), "render.engine", "vips", "render.threads", "1");
        return new SettingSources().with(settings, "test").read();
    }

    private long counted(String sample) {
        return (long) MetricSamples.value(meters.scrape(), sample);
    }
}

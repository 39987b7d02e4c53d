package latent.lazy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import latent.key.RenditionKey;
import latent.kit.Eventually;
import latent.kit.TestBuckets;
import latent.kit.TestKeys;
import latent.lazy.RenditionStorage.Outcome;
import latent.store.Rendition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

/** What stays in the bucket of renditions, on a real S3 server. */
class RenditionStorageTest {
    private static final RenditionKey KEY = TestKeys.key("w/a_60_40.jpg");
    private static final Rendition OURS = TestBuckets.rendition("ours");

    private TestBuckets buckets;
    private RenditionStorage storage;
    private String current;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new TestBuckets(data);
        storage =
                RenditionStorage.asking(new OriginalVersions(buckets.originals, System::nanoTime), buckets.renditions);
        current = buckets.putOriginal(KEY.original(), "an original".getBytes(UTF_8));
    }

    @AfterEach
    void stop() {
        buckets.close();
    }

    @Test
    void a_rendition_of_the_current_original_is_stored_once() {
        assertThat(storage.store(KEY, OURS, current)).isEqualTo(Outcome.STORED);
        assertThat(storage.store(KEY, TestBuckets.rendition("later"), current)).isEqualTo(Outcome.ALREADY_THERE);
        assertThat(buckets.renditions.find(KEY).orElseThrow().head()).isEqualTo(OURS.bytes());
    }

    @Test
    void a_rendition_of_an_outdated_original_is_not_stored() {
        assertThat(storage.store(KEY, OURS, "\"outdated\"")).isEqualTo(Outcome.OUTDATED);
        assertThat(buckets.storedKeys()).isEmpty();
        assertThat(buckets.between.puts).hasValue(0);
    }

    @Test
    void a_rendition_whose_original_was_removed_is_not_stored() {
        buckets.removeOriginal(KEY.original());
        assertThat(storage.store(KEY, OURS, current)).isEqualTo(Outcome.OUTDATED);
        assertThat(buckets.storedKeys()).isEmpty();
    }

    @Test
    void a_rendition_whose_original_is_replaced_while_it_is_written_is_removed_again() throws Exception {
        CountDownLatch pass = new CountDownLatch(1);
        buckets.between.putsMayPass = pass;
        var stored = CompletableFuture.supplyAsync(() -> storage.store(KEY, OURS, current));
        Eventually.until("the write is under way", () -> buckets.between.puts.get() == 1);
        buckets.putOriginal(KEY.original(), "another original".getBytes(UTF_8));
        pass.countDown();
        assertThat(stored.get()).isEqualTo(Outcome.OUTDATED);
        assertThat(buckets.storedKeys()).isEmpty();
    }

    @Test
    void the_newer_rendition_of_another_instance_stays_when_ours_is_outdated() {
        String newer = buckets.putOriginal(KEY.original(), "another original".getBytes(UTF_8));
        buckets.renditions.add(KEY, TestBuckets.rendition("theirs"), newer);
        assertThat(storage.store(KEY, OURS, current)).isEqualTo(Outcome.OUTDATED);
        assertThat(buckets.renditions.find(KEY).orElseThrow().head()).isEqualTo("theirs".getBytes(UTF_8));
    }

    @Test
    void a_failure_of_s3_is_passed_on_and_the_next_try_stores() {
        buckets.between.refusePuts = true;
        assertThatThrownBy(() -> storage.store(KEY, OURS, current)).isInstanceOf(SdkException.class);
        buckets.between.refusePuts = false;
        assertThat(storage.store(KEY, OURS, current)).isEqualTo(Outcome.STORED);
    }
}

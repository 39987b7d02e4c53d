package latent.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.kit.FaultyS3;
import latent.kit.TestKeys;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import latent.local.TestS3;
import latent.store.ListPermission;
import latent.store.Original;
import latent.store.OriginalStream;
import latent.store.Rendition;
import latent.store.S3Access;
import latent.store.S3Originals;
import latent.store.S3Renditions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** A connection to S3 that flips bits, in both directions. */
class FlippedBitsTest {
    private static final byte[] BYTES = "a picture of many bytes, ".repeat(100).getBytes(US_ASCII);
    private static final int EVERY_TENTH = 10;

    private LocalS3 server;
    private FaultyS3 line;
    private TestS3 straight;
    private S3Client s3;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        server = TestS3.serve(data);
        server.createBucket("pictures", AnonymousAccess.NONE);
        straight = new TestS3(server.url());
        line = new FaultyS3(server.url());
        s3 = new S3Access(
                        Optional.of(line.url()),
                        "us-east-1",
                        Optional.of(new S3Access.Credentials(TestS3.ACCESS_KEY, TestS3.SECRET_KEY)))
                .connect();
    }

    @AfterEach
    void stop() {
        s3.close();
        line.close();
        straight.close();
        server.close();
    }

    @Test
    void no_flipped_bit_of_a_tenth_of_the_bodies_is_read() {
        RenditionKey key = key("widgets/a_60_40.jpg");
        straight.put("pictures", key.original().value(), new String(BYTES, US_ASCII));
        straight.put("pictures", key.value(), new String(BYTES, US_ASCII));
        line.flipEvery = EVERY_TENTH;
        for (int i = 0; i < 20; i++) {
            assertThat(new S3Renditions(s3, "pictures", ListPermission.GRANTED)
                            .find(key)
                            .orElseThrow()
                            .head())
                    .isEqualTo(BYTES);
            assertThat(opened(key.original(), BYTES.length)).isEqualTo(BYTES);
            assertThat(opened(key.original(), BYTES.length / 2)).isEqualTo(BYTES);
            assertThat(fetched(key.original())).isEqualTo(BYTES);
        }
        assertThat(line.flipped.get()).isPositive();
    }

    @Test
    void no_flipped_bit_of_a_tenth_of_the_bodies_is_stored() {
        line.flipEvery = EVERY_TENTH;
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            RenditionKey key = key("widgets/a_" + (60 + i) + "_40.jpg");
            try {
                new S3Renditions(s3, "pictures", ListPermission.GRANTED)
                        .add(key, Rendition.of(BYTES, "image/jpeg", ""), "\"v1\"");
            } catch (SdkException e) {
                refused++;
                continue;
            }
            assertThat(straight.client()
                            .getObjectAsBytes(g -> g.bucket("pictures").key(key.value()))
                            .asByteArray())
                    .isEqualTo(BYTES);
        }
        assertThat(line.flipped.get()).isPositive();
        assertThat(refused).isEqualTo(line.flipped.get());
    }

    @Test
    void bits_that_flip_every_time_are_a_fault() {
        RenditionKey key = key("widgets/a_60_40.jpg");
        straight.put("pictures", key.value(), new String(BYTES, US_ASCII));
        line.flipEvery = 1;
        assertThatThrownBy(() -> new S3Renditions(s3, "pictures", ListPermission.GRANTED).find(key))
                .isInstanceOf(SdkException.class);
        assertThat(line.flipped.get()).isEqualTo(3);
    }

    /** As it comes with the request that reads its head. */
    private byte[] opened(OriginalKey key, int headBytes) {
        try (OriginalStream stream = originals().open(key, headBytes)) {
            assertThat(stream.original().head()).hasSize(headBytes);
            return stream.readAll().orElseThrow();
        }
    }

    private byte[] fetched(OriginalKey key) {
        Original head = new Original(
                key,
                straight.client()
                        .headObject(h -> h.bucket("pictures").key(key.value()))
                        .eTag(),
                BYTES.length,
                Arrays.copyOf(BYTES, 10));
        return originals().fetch(head).orElseThrow();
    }

    private S3Originals originals() {
        return new S3Originals(s3, "pictures", ListPermission.GRANTED);
    }

    private static RenditionKey key(String text) {
        return TestKeys.GRAMMAR.parse(text);
    }
}

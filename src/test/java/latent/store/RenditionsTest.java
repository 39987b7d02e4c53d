package latent.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import latent.key.RenditionKey;
import latent.kit.TestKeys;
import latent.local.AnonymousAccess;
import latent.local.LocalS3;
import latent.local.TestS3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The renditions bucket, on a real S3 server. */
class RenditionsTest {
    private static final RenditionKey KEY = TestKeys.GRAMMAR.parse("widgets/a_60_40.jpg");

    @Test
    void of_two_writes_of_the_same_key_the_first_wins_and_the_second_is_told_so(@TempDir Path data) {
        try (LocalS3 server = TestS3.serve(data);
                TestS3 s3 = new TestS3(server.url())) {
            server.createBucket("renditions", AnonymousAccess.NONE);
            S3Renditions renditions = new S3Renditions(s3.client(), "renditions", ListPermission.GRANTED);
            Rendition first = rendition("first");

            assertThat(renditions.find(KEY)).isEmpty();
            assertThat(renditions.add(KEY, first, "\"v1\"")).isTrue();
            assertThat(renditions.add(KEY, rendition("second"), "\"v2\"")).isFalse();

            ReadableRendition stored = renditions.find(KEY).orElseThrow();
            assertThat(stored.head()).isEqualTo(first.bytes());
            assertThat(stored.eTag()).isEqualTo(first.eTag());
            assertThat(stored.mediaType()).isEqualTo("image/jpeg");
            assertThat(stored.cacheControl()).isEqualTo("public, max-age=60");
            assertThat(s3.client()
                            .headObject(h -> h.bucket("renditions").key(KEY.value()))
                            .metadata())
                    .containsEntry("source-etag", "\"v1\"")
                    .containsEntry("cache-tag", "widgets%2Fa.jpg");
        }
    }

    @Test
    void only_the_very_bytes_that_were_stored_are_removed(@TempDir Path data) {
        try (LocalS3 server = TestS3.serve(data);
                TestS3 s3 = new TestS3(server.url())) {
            server.createBucket("renditions", AnonymousAccess.NONE);
            S3Renditions renditions = new S3Renditions(s3.client(), "renditions", ListPermission.GRANTED);
            assertThat(renditions.add(KEY, rendition("first"), "\"v1\"")).isTrue();
            assertThat(renditions.remove(KEY, rendition("second"))).isFalse();
            assertThat(renditions.find(KEY)).isPresent();
            assertThat(renditions.remove(KEY, rendition("first"))).isTrue();
            assertThat(renditions.find(KEY)).isEmpty();
        }
    }

    private static Rendition rendition(String text) {
        return Rendition.of(text.getBytes(US_ASCII), "image/jpeg", "public, max-age=60");
    }
}

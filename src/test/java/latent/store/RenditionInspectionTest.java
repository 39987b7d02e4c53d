package latent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import latent.config.SettingSources;
import latent.kit.RenditionBuckets;
import latent.store.RenditionInspection.WrongBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single renditions, as an audit sees and removes them. */
class RenditionInspectionTest {
    @Test
    void shows_what_is_stored_and_reads_and_removes_that_version_only(@TempDir Path data) throws Exception {
        try (RenditionBuckets buckets = new RenditionBuckets(data);
                RenditionInspection inspection = inspection(buckets)) {
            assertThat(inspection.find("a_6_4.jpg")).isEmpty();
            buckets.rendition("a_6_4.jpg", new byte[] {1, 2}, "image/jpeg", "max-age=7", Map.of("cache-tag", "a.jpg"));
            StoredRendition first = inspection.find("a_6_4.jpg").orElseThrow();
            assertThat(first.mediaType()).isEqualTo("image/jpeg");
            assertThat(first.cacheControl()).isEqualTo("max-age=7");
            assertThat(first.source().cacheTag()).contains("a.jpg");
            assertThat(first.source().sourceETag()).isEmpty();
            assertThat(inspection.read("a_6_4.jpg", first.eTag())).contains(new byte[] {1, 2});

            buckets.rendition("a_6_4.jpg", new byte[] {3}, "image/jpeg", "", Map.of());
            assertThat(inspection.read("a_6_4.jpg", first.eTag())).isEmpty();
            assertThat(inspection.remove("a_6_4.jpg", first.eTag())).isFalse();
            StoredRendition second = inspection.find("a_6_4.jpg").orElseThrow();
            assertThat(second.cacheControl()).isEmpty();
            assertThat(inspection.remove("a_6_4.jpg", second.eTag())).isTrue();
            assertThat(buckets.stored()).isEmpty();
        }
    }

    @Test
    void bytes_that_differ_from_their_etag_each_time_are_wrong_and_once_are_not(@TempDir Path data) throws Exception {
        try (RenditionBuckets buckets = new RenditionBuckets(data);
                RenditionInspection inspection = inspection(buckets)) {
            buckets.rendition("a_6_4.jpg", new byte[] {1, 2, 3}, "image/jpeg", "", Map.of());
            String eTag = inspection.find("a_6_4.jpg").orElseThrow().eTag();
            buckets.between.flipOnce(body -> body.length == 3, 0);
            assertThat(inspection.read("a_6_4.jpg", eTag)).contains(new byte[] {1, 2, 3});
            buckets.between.flipEvery = 1;
            assertThatThrownBy(() -> inspection.read("a_6_4.jpg", eTag)).isInstanceOf(WrongBytes.class);
        }
    }

    private static RenditionInspection inspection(RenditionBuckets buckets) {
        return RenditionInspection.open(
                new SettingSources().with(buckets.settings(), "test").read().s3(), "renditions");
    }
}

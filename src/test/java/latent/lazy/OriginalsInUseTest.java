package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import latent.image.PixelSize;
import latent.key.OriginalKey;
import latent.kit.TestBuckets;
import latent.metrics.Meters;
import latent.render.ShrunkPicture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten where memory gets short, on a real S3 server: there is room for three originals. */
class OriginalsInUseTest {
    private static final int BYTES = 1_000;
    private static final OriginalKey A = new OriginalKey("a.jpg");
    private static final OriginalKey B = new OriginalKey("b.jpg");
    private static final OriginalKey C = new OriginalKey("c.jpg");
    private static final OriginalKey D = new OriginalKey("d.jpg");

    private TestBuckets buckets;
    private OriginalsInUse inUse;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new TestBuckets(data);
        for (OriginalKey key : new OriginalKey[] {A, B, C, D}) {
            buckets.putOriginal(key, new byte[BYTES]);
        }
        inUse = new OriginalsInUse(
                buckets.originals, new OriginalVersions(buckets.originals, System::nanoTime), 3 * BYTES + BYTES / 2);
    }

    @AfterEach
    void stop() {
        buckets.close();
    }

    @Test
    void the_one_whose_last_user_left_longest_ago_makes_room_first() {
        read(A);
        read(B);
        read(C);
        read(A);
        read(D);
        assertThat(isKept(B)).isFalse();
        assertThat(isKept(A)).isTrue();
        assertThat(isKept(C)).isTrue();
        assertThat(isKept(D)).isTrue();
        read(B);
        assertThat(isKept(A)).isFalse();
        assertThat(inUse.bytes()).isEqualTo(3 * BYTES);
    }

    @Test
    void what_somebody_uses_is_never_forgotten() {
        try (OriginalsInUse.Use first = opened(A);
                OriginalsInUse.Use second = opened(A)) {
            second.close();
            read(B);
            read(C);
            read(D);
            assertThat(first.shared().hasBytes()).isTrue();
            assertThat(isKept(B)).isFalse();
            try (OriginalsInUse.Use c = opened(C);
                    OriginalsInUse.Use d = opened(D);
                    OriginalsInUse.Use b = opened(B)) {
                assertThat(b.shared().hasBytes())
                        .as("there is no room for a fourth")
                        .isFalse();
                assertThat(c.shared().hasBytes() && d.shared().hasBytes()).isTrue();
            }
        }
    }

    @Test
    void a_file_of_which_a_decoded_picture_is_kept_goes_before_whole_originals_and_the_picture_with_those() {
        read(A);
        try (OriginalsInUse.Use use = opened(B)) {
            keepPicture(use.shared());
        }
        read(C);
        read(D);
        assertThat(isKept(A)).isTrue();
        try (OriginalsInUse.Use b = inUse.open(B)) {
            assertThat(b.shared().hasBytes()).isFalse();
            assertThat(b.shared().decodes().isKept()).isTrue();
        }
        read(C);
        read(D);
        read(A);
        try (OriginalsInUse.Use more = opened(new OriginalKey(putLarge()))) {
            assertThat(more.shared().hasBytes()).isTrue();
        }
        assertThat(isKept(B)).isFalse();
    }

    /** One for which all others have to go. */
    private String putLarge() {
        buckets.putOriginal(new OriginalKey("large.jpg"), new byte[3 * BYTES + BYTES / 2]);
        return "large.jpg";
    }

    private static void keepPicture(SharedOriginal shared) {
        ShrunkPicture.Form form = new ShrunkPicture.Form(2, new PixelSize(10, 10), 3, 1, 1, "", new byte[0]);
        try (SharedDecodes.Turn turn = shared.decodes().await(2, new Stopwatch(System::nanoTime, new Meters()))) {
            turn.reuse().wanted().orElseThrow().accept(new ShrunkPicture<>(form, new byte[form.bytes()]));
        }
    }

    private void read(OriginalKey key) {
        opened(key).close();
    }

    private OriginalsInUse.Use opened(OriginalKey key) {
        OriginalsInUse.Use use = inUse.open(key);
        assertThat(use.shared().bytes()).isPresent();
        return use;
    }

    private boolean isKept(OriginalKey key) {
        try (OriginalsInUse.Use use = inUse.open(key)) {
            return use.shared().isOfUse();
        }
    }
}

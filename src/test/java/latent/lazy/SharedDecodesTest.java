package latent.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import latent.image.PixelSize;
import latent.metrics.Meters;
import latent.render.ShrunkPicture;
import org.junit.jupiter.api.Test;

class SharedDecodesTest {
    private static final ShrunkPicture<byte[]> PICTURE = new ShrunkPicture<>(
            new ShrunkPicture.Form(4, new PixelSize(2, 1), 3, 1, 1, "", new byte[0]), new byte[] {1, 2, 3, 4, 5, 6});

    private long room = 1_000;
    private final SharedDecodes decodes = new SharedDecodes(this::reserve);

    private boolean reserve(long bytes) {
        boolean enough = bytes <= room;
        room -= enough ? bytes : 0;
        return enough;
    }

    @Test
    void the_first_decodes_and_who_comes_meanwhile_or_later_begins_with_its_picture() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<ShrunkPicture<byte[]>>> meanwhile;
            try (SharedDecodes.Turn first = decodes.await(4, watch())) {
                assertThat(first.picture()).isEmpty();
                CountDownLatch begun = new CountDownLatch(1);
                meanwhile = threads.submit(() -> {
                    begun.countDown();
                    return await(4);
                });
                begun.await();
                first.reuse().wanted().orElseThrow().accept(PICTURE);
            }
            assertThat(meanwhile.get()).contains(PICTURE);
            assertThat(await(4)).contains(PICTURE);
            assertThat(decodes.isKept()).isTrue();
        }
    }

    @Test
    void each_factor_is_decoded_by_itself_and_what_is_not_shrunk_is_not_shared() {
        keep(4);
        try (SharedDecodes.Turn other = decodes.await(8, watch());
                SharedDecodes.Turn whole = decodes.await(1, watch())) {
            assertThat(other.picture()).isEmpty();
            assertThat(other.reuse().wanted()).isPresent();
            assertThat(whole.picture()).isEmpty();
            assertThat(whole.reuse().wanted()).isEmpty();
        }
    }

    @Test
    void where_the_first_one_fails_the_next_one_decodes() {
        decodes.await(4, watch()).close();
        try (SharedDecodes.Turn next = decodes.await(4, watch())) {
            assertThat(next.reuse().wanted()).isPresent();
        }
    }

    @Test
    void without_memory_nothing_is_kept() {
        room = 5;
        keep(4);
        assertThat(decodes.isKept()).isFalse();
        try (SharedDecodes.Turn next = decodes.await(4, watch())) {
            assertThat(next.picture()).isEmpty();
            assertThat(next.reuse().wanted()).isPresent();
        }
    }

    @Test
    void what_is_forgotten_gives_its_memory_back_once() {
        keep(4);
        assertThat(room).isEqualTo(994);
        assertThat(decodes.forget()).isEqualTo(6);
        assertThat(decodes.forget()).isZero();
        assertThat(await(4)).isEmpty();
    }

    private void keep(int factor) {
        try (SharedDecodes.Turn first = decodes.await(factor, watch())) {
            first.reuse().wanted().orElseThrow().accept(PICTURE);
        }
    }

    private Optional<ShrunkPicture<byte[]>> await(int factor) {
        try (SharedDecodes.Turn turn = decodes.await(factor, watch())) {
            return turn.picture();
        }
    }

    private static Stopwatch watch() {
        return new Stopwatch(System::nanoTime, new Meters());
    }
}

package latent.render.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.key.RequestedSize;
import latent.key.Transformation;
import latent.pictures.Encoded;
import latent.pictures.Headers;
import latent.pictures.Pictures;
import latent.refusal.Refusal;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;
import latent.render.header.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The small files that took other services down: a 65535×65535 GIF killed Java with libvips 8.14, 41 bytes of PNG took libvips 8.18.7 to 1.3 GB,
 * 57 bytes of PNG took 8.14 to 1 GB.
 */
class KnownBombsTest {
    private static final com.sun.management.ThreadMXBean ALLOCATIONS =
            ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

    /** Bytes: many times what the assertion itself allocates, and far less than the smallest size that one of the files claims. */
    private static final long MOST_ALLOCATED = 4 << 20;

    private static WorkerPool pool;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Finding(String name, ImageFormat format, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Finding> findings() {
        return Stream.of(
                new Finding("a GIF of 65535x65535", ImageFormat.GIF, gif()),
                new Finding("a PNG of 786464x32", ImageFormat.PNG, png(786_464, 32, "IDAT", 0)),
                new Finding("a PNG with a chunk of 2 GB", ImageFormat.PNG, png(1, 1, "zTXt", 0x7fff_fff0)));
    }

    @BeforeAll
    static void start() {
        pool = WorkersHere.orSkip(WorkersHere.settings(1, Duration.ofMinutes(2)));
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @MethodSource("findings")
    void the_gate_refuses_it_before_any_worker_sees_it(Finding finding) {
        HeaderGate gate = new HeaderGate(Limits.DEFAULT);
        long before = ALLOCATIONS.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> gate.admit(finding.file, finding.file.length)).isInstanceOf(Refusal.class);
        assertThat(ALLOCATIONS.getCurrentThreadAllocatedBytes() - before)
                .as("bytes that the gate allocated")
                .isLessThan(MOST_ALLOCATED);
    }

    /** Without the gate: then the worker's own limits hold. */
    @ParameterizedTest
    @MethodSource("findings")
    void a_worker_that_gets_it_refuses_it_and_the_pool_goes_on(Finding finding) {
        ImageHeader lie = Headers.still(finding.format, new PixelSize(20, 20));
        Transformation small = Transformation.of(new RequestedSize(10, 10), ImageFormat.JPEG);
        assertThatThrownBy(() -> pool.render(RenderJob.of(finding.file, lie, small)))
                .isInstanceOf(Refusal.class);
        byte[] picture = Encoded.png(Pictures.plain(20, 20, Color.RED));
        assertThat(pool.render(RenderJob.of(picture, Headers.still(ImageFormat.PNG, new PixelSize(20, 20)), small)))
                .isNotEmpty();
    }

    private static byte[] gif() {
        return ByteBuffer.allocate(329)
                .put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .put(new byte[] {-1, -1, -1, -1, (byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1})
                .put(new byte[] {0x2c, 0, 0, 0, 0, -1, -1, -1, -1, 0, 2, 2, 0x44, 1, 0})
                .put((byte) 0x3b)
                .array();
    }

    private static byte[] png(int width, int height, String chunk, int chunkBytes) {
        ByteBuffer file = ByteBuffer.allocate(57)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(file.array(), 12, 17);
        file.putInt((int) crc.getValue()).putInt(chunkBytes).put(chunk.getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }
}

package latent.render.heif;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import latent.image.PixelSize;

/** A decoded picture in libheif's memory: lines of red, green, blue and alpha, of a byte each, or of two with the lower first. */
public final class HeifPixels implements AutoCloseable {
    private static final int INTERLEAVED = 10;
    private static final int CHANNELS = 4;
    private static final int BYTE_BITS = 8;

    private final Libheif library;
    private final long context;
    private final long image;
    private final HeifHeader header;
    private final PixelSize size;
    private final int bits;
    private final int lineBytes;
    private final MemorySegment samples;

    @SuppressWarnings("restricted") // libheif says how long its lines are
    HeifPixels(Libheif library, long context, long image, HeifHeader header, PixelSize expected) {
        this.library = library;
        this.context = context;
        this.image = image;
        this.header = header;
        int width = (int) library.planeWidth.call(image, INTERLEAVED);
        int height = (int) library.planeHeight.call(image, INTERLEAVED);
        if (width != expected.width() || height != expected.height()) {
            throw new HeifException("decoded to " + width + "x" + height + " instead of " + expected);
        }
        size = expected;
        bits = (int) library.planeBits.call(image, INTERLEAVED);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment stride = arena.allocate(JAVA_INT);
            long start = library.plane.call(image, INTERLEAVED, stride.address());
            lineBytes = stride.get(JAVA_INT, 0);
            if (start == 0 || lineBytes % pixelBytes() != 0 || lineBytes / pixelBytes() < width) {
                throw new HeifException("no lines of pixels");
            }
            samples = MemorySegment.ofAddress(start).reinterpret((long) lineBytes * height);
        }
    }

    /** Of the picture. */
    public PixelSize size() {
        return size;
    }

    /** Pixels from the start of one line to that of the next, which may be more than the picture is wide. */
    public int lineWidth() {
        return lineBytes / pixelBytes();
    }

    private int pixelBytes() {
        return CHANNELS * (isDeep() ? 2 : 1);
    }

    /** Whether a sample takes two bytes. */
    public boolean isDeep() {
        return bits > BYTE_BITS;
    }

    /** The largest value of a sample. */
    public int maximum() {
        return (1 << bits) - 1;
    }

    public HeifHeader header() {
        return header;
    }

    /** All lines; to be read only, and only until this is closed. */
    public MemorySegment samples() {
        return samples;
    }

    @Override
    public void close() {
        library.imageRelease.call(image);
        library.contextFree.call(context);
    }
}

package latent.render.imgscalr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import latent.image.PixelSize;

/**
 * The first picture in a WebP file, taken out of it (RFC 9649): be it a frame of an animation, with its place on the canvas, and without a profile,
 * which the reader would convert by in its own way, or refuse.
 *
 * @param coded   a file of its own with nothing but its coded pixels
 * @param alpha   its ALPH chunk, where transparency is coded apart
 * @param left    where it is on the canvas, in pixels
 * @param top     the same
 * @param profile the file's colour profile
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WebPStill(byte[] coded, Optional<ByteBuffer> alpha, int left, int top, Optional<byte[]> profile) {
    private static final int SIGNATURE_BYTES = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int FRAME_HEADER_BYTES = 16;
    static final String LOSSLESS = "VP8L";

    /** The reader takes eight bytes at a time, also of a picture that has fewer left. */
    private static final int READ_BYTES = 8;

    /** The reader refuses files that grow by much more than this factor; flat pictures do, and the header gate has bounded them. */
    private static final int PIXELS_PER_BYTE = 64;

    /**
     * Takes a picture out.
     *
     * @param canvas as large as the header says
     * @throws java.nio.BufferUnderflowException or another {@link RuntimeException}, where the file ends too early
     */
    static WebPStill of(byte[] file, PixelSize canvas) {
        ByteBuffer chunks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(SIGNATURE_BYTES);
        return first(chunks, canvas, 0, 0, Optional.empty());
    }

    private static WebPStill first(
            ByteBuffer chunks, PixelSize canvas, int left, int top, Optional<byte[]> outerProfile) {
        Optional<byte[]> profile = outerProfile;
        Optional<ByteBuffer> alpha = Optional.empty();
        while (true) {
            String name = name(chunks);
            ByteBuffer chunk = content(chunks);
            switch (name) {
                case "ICCP" -> profile = profile.or(() -> Optional.of(bytes(chunk)));
                case "ALPH" -> alpha = Optional.of(chunk);
                case "VP8 " -> {
                    return new WebPStill(alone(name, chunk, canvas), alpha, left, top, profile);
                }
                case LOSSLESS -> {
                    return new WebPStill(alone(name, chunk, canvas), Optional.empty(), left, top, profile);
                }
                case "ANMF" -> {
                    int x = 2 * threeOctets(chunk, 0);
                    return first(chunk.position(FRAME_HEADER_BYTES), canvas, x, 2 * threeOctets(chunk, 3), profile);
                }
                default -> {}
            }
        }
    }

    /** A WebP file of one chunk, and zeros behind it. */
    static byte[] alone(String name, ByteBuffer content, PixelSize size) {
        int length = content.remaining();
        int padded = length + (length & 1);
        int spare = READ_BYTES + (int) (size.pixels() / PIXELS_PER_BYTE);
        return ByteBuffer.allocate(SIGNATURE_BYTES + CHUNK_HEADER_BYTES + padded + spare)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(SIGNATURE_BYTES + padded)
                .put(ascii("WEBP" + name))
                .putInt(length)
                .put(content)
                .array();
    }

    /**
     * Refuses a file that would make the reader do more than its pixels take.
     *
     * @param alone as {@link #alone} makes it
     */
    static void checkDemands(byte[] alone) throws IOException {
        if (name(ByteBuffer.wrap(alone).position(SIGNATURE_BYTES)).equals(LOSSLESS)) {
            LosslessWebPCheck.check(alone, SIGNATURE_BYTES + CHUNK_HEADER_BYTES);
        }
    }

    private static String name(ByteBuffer chunks) {
        byte[] name = new byte[4];
        chunks.get(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    /** What is in the chunk, which {@code chunks} steps over. */
    private static ByteBuffer content(ByteBuffer chunks) {
        int length = chunks.getInt();
        ByteBuffer content = chunks.slice(chunks.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        chunks.position(Math.min(chunks.limit(), chunks.position() + length + (length & 1)));
        return content;
    }

    private static byte[] bytes(ByteBuffer chunk) {
        byte[] bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        return bytes;
    }

    private static int threeOctets(ByteBuffer chunk, int at) {
        return (chunk.getShort(at) & 0xffff) | (chunk.get(at + 2) & 0xff) << 16;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

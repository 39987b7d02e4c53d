package latent.render.imgscalr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The first picture in a WebP file, taken out of it (RFC 9649): in a file of its own, without a profile that the reader would convert by, and be it a
 * frame of an animation, with its place on the canvas.
 *
 * @param lossless a whole file of its coded pixels; empty for one of lossy coding
 * @param left     where it is on the canvas, in pixels
 * @param top      the same
 * @param profile  the file's colour profile
 */
record WebPStill(Optional<byte[]> lossless, int left, int top, Optional<byte[]> profile) {
    private static final int SIGNATURE_BYTES = 12;
    private static final int FRAME_HEADER_BYTES = 16;

    /** @throws IndexOutOfBoundsException or another of its kind, where the file ends too early */
    static WebPStill of(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(SIGNATURE_BYTES);
        Optional<byte[]> profile = Optional.empty();
        while (true) {
            String name = name(chunks);
            ByteBuffer chunk = content(chunks);
            switch (name) {
                case "ICCP" -> profile = profile.or(() -> Optional.of(bytes(chunk)));
                case "VP8L" -> {
                    return new WebPStill(Optional.of(alone(chunk)), 0, 0, profile);
                }
                case "VP8 " -> {
                    return new WebPStill(Optional.empty(), 0, 0, profile);
                }
                case "ANMF" -> {
                    int left = 2 * threeOctets(chunk, 0);
                    int top = 2 * threeOctets(chunk, 3);
                    return new WebPStill(frame(chunk.position(FRAME_HEADER_BYTES)), left, top, profile);
                }
                default -> {}
            }
        }
    }

    private static Optional<byte[]> frame(ByteBuffer chunks) {
        while (true) {
            String name = name(chunks);
            ByteBuffer chunk = content(chunks);
            if (name.equals("VP8L")) {
                return Optional.of(alone(chunk));
            }
            if (name.equals("VP8 ")) {
                return Optional.empty();
            }
        }
    }

    private static byte[] alone(ByteBuffer coded) {
        int length = coded.remaining();
        int padded = length + (length & 1);
        return ByteBuffer.allocate(SIGNATURE_BYTES + 8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(SIGNATURE_BYTES + padded)
                .put(ascii("WEBPVP8L"))
                .putInt(length)
                .put(coded)
                .array();
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

package latent.pictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The boxes of ISO media files (ISO/IEC 14496-12, 4.2), and the numbers in them. */
final class BoxFile {
    private static final int HEADER_BYTES = 8;

    private BoxFile() {}

    static byte[] box(String name, byte[]... contents) {
        byte[] content = Encoded.join(contents);
        return ByteBuffer.allocate(HEADER_BYTES + content.length)
                .putInt(HEADER_BYTES + content.length)
                .put(Encoded.bytes(name))
                .put(content)
                .array();
    }

    /** One with a version, in the highest byte, and flags. */
    static byte[] full(String name, int versionAndFlags, byte[]... contents) {
        return box(name, ints(versionAndFlags), Encoded.join(contents));
    }

    static byte[] shorts(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * numbers.length);
        IntStream.of(numbers).forEach(number -> bytes.putShort((short) number));
        return bytes.array();
    }

    static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        IntStream.of(numbers).forEach(bytes::putInt);
        return bytes.array();
    }

    /** What is in the first box of this name, wherever it is. */
    static byte[] content(byte[] file, String name) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(name);
        return Arrays.copyOfRange(file, at + 4, at - 4 + ByteBuffer.wrap(file).getInt(at - 4));
    }
}

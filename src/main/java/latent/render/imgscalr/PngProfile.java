package latent.render.imgscalr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import latent.image.ImageFormat;
import latent.render.colour.IccProfile;
import latent.render.colour.SourceProfile;

/** What the numbers in a PNG file mean: ImageIO does not tell. */
final class PngProfile {
    private static final int SIGNATURE_BYTES = 8;
    private static final int COLOUR_TYPE = 25;

    private PngProfile() {}

    /** @param file a PNG file that has passed the header gate */
    static Optional<byte[]> of(byte[] file) {
        boolean gray = file[COLOUR_TYPE] == 0 || file[COLOUR_TYPE] == 4;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        return SourceProfile.of(
                ImageFormat.PNG, bytes, embedded(bytes.duplicate().position(SIGNATURE_BYTES)), gray ? 1 : 3);
    }

    private static Optional<byte[]> embedded(ByteBuffer file) {
        while (file.remaining() >= 12) {
            int length = file.getInt();
            String name = new String(bytes(file, 4), StandardCharsets.ISO_8859_1);
            if (name.equals("IDAT") || length < 0 || length > file.remaining() - 4) {
                return Optional.empty();
            }
            if (name.equals("iCCP")) {
                return inflated(bytes(file, length));
            }
            file.position(file.position() + length + 4);
        }
        return Optional.empty();
    }

    /** A name that ends in a zero byte, the method, which is always 0, and the deflated profile (PNG, 11.3.2.3). */
    private static Optional<byte[]> inflated(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return Optional.empty();
        }
        byte[] profile = new byte[IccProfile.MAX_BYTES];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            int length = inflater.inflate(profile);
            return Optional.of(Arrays.copyOf(profile, length));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(ByteBuffer file, int length) {
        byte[] bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }
}

package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import latent.image.ImageFormat;

/** The colour profile in a PNG or WebP file: ImageIO gives it for neither. */
final class EmbeddedProfile {
    private static final int MAX_BYTES = 4 << 20;
    private static final int PNG_SIGNATURE_BYTES = 8;
    private static final int WEBP_SIGNATURE_BYTES = 12;

    private EmbeddedProfile() {}

    static Optional<ICC_Profile> of(ImageFormat format, byte[] file) {
        return switch (format) {
            case PNG -> inPng(ByteBuffer.wrap(file).position(PNG_SIGNATURE_BYTES));
            case WEBP ->
                inWebP(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(WEBP_SIGNATURE_BYTES));
            default -> Optional.empty();
        };
    }

    private static Optional<ICC_Profile> inPng(ByteBuffer file) {
        while (file.remaining() >= 12) {
            int length = file.getInt();
            String name = tag(file);
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

    private static Optional<ICC_Profile> inWebP(ByteBuffer file) {
        while (file.remaining() >= 8) {
            String name = tag(file);
            int length = file.getInt();
            if (length < 0 || length > file.remaining()) {
                return Optional.empty();
            }
            if (name.equals("ICCP")) {
                return Profiles.parse(List.of(bytes(file, length)));
            }
            file.position(Math.min(file.limit(), file.position() + length + (length & 1)));
        }
        return Optional.empty();
    }

    /** A name that ends in a zero byte, the method, which is always 0, and the deflated profile (PNG, 11.3.2.3). */
    private static Optional<ICC_Profile> inflated(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return Optional.empty();
        }
        byte[] profile = new byte[MAX_BYTES];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            int length = inflater.inflate(profile);
            return Profiles.parse(List.of(Arrays.copyOf(profile, length)));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static String tag(ByteBuffer file) {
        return new String(bytes(file, 4), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(ByteBuffer file, int length) {
        byte[] bytes = new byte[length];
        file.get(bytes);
        return bytes;
    }
}

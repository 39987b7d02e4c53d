package latent.render.colour;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The colour profile in a PNG file (PNG, third edition, 11.3.2.3). It is read here for every engine: libpng drops profiles that it dislikes, those of
 * colour in gray pictures among them, and ImageIO has none to give.
 */
final class PngProfile {
    private PngProfile() {}

    /**
     * Inflates it.
     *
     * @param chunk what is in iCCP: a name that ends in a zero byte, the method, which is always 0, and the deflated profile
     * @return what there is of it
     */
    static Optional<byte[]> of(ByteBuffer chunk) {
        ByteBuffer rest = chunk.duplicate();
        boolean inName = true;
        while (inName && rest.hasRemaining()) {
            inName = rest.get() != 0;
        }
        if (rest.remaining() < 2) {
            return Optional.empty();
        }
        rest.get();
        byte[] profile = new byte[IccProfile.MAX_BYTES];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(rest);
            return Optional.of(Arrays.copyOf(profile, inflater.inflate(profile)));
        } catch (DataFormatException damaged) {
            return Optional.empty();
        }
    }
}

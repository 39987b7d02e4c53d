package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.util.Optional;
import latent.image.PixelSize;

/**
 * Decoded samples, one byte each, row by row, the channels of a pixel side by side. Alpha is not premultiplied; ink is 255 at full.
 *
 * @param profile what the samples mean; sRGB, gray of the same gamma, or nameless ink when empty
 */
@SuppressWarnings("ArrayRecordComponent") // the samples are handed on, never compared
record Pixels(PixelSize size, Channels channels, byte[] samples, Optional<ICC_Profile> profile) {
    /** What the bytes of a pixel are, in their order. */
    enum Channels {
        GRAY(1, false),
        GRAY_ALPHA(2, true),
        RGB(3, false),
        RGBA(4, true),
        CMYK(4, false);

        private final int count;
        private final boolean alpha;

        Channels(int count, boolean alpha) {
            this.count = count;
            this.alpha = alpha;
        }

        int count() {
            return count;
        }

        boolean alpha() {
            return alpha;
        }
    }
}

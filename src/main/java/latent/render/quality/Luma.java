package latent.render.quality;

import latent.image.PixelSize;

/**
 * The brightness of a picture, one byte a pixel, row after row.
 *
 * @param samples width times height of them, 0 to 255 unsigned
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one computation, never compared
public record Luma(PixelSize size, byte[] samples) {
    public Luma {
        if (samples.length != size.pixels()) {
            throw new IllegalArgumentException(samples.length + " samples for " + size);
        }
    }

    int at(int x, int y) {
        return samples[y * size.width() + x] & 0xff;
    }
}

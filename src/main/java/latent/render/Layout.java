package latent.render;

import latent.image.PixelRect;
import latent.image.PixelSize;

/**
 * Where the pixels of a rendition come from and go to: {@code source} is cut out of the upright original, turned as the key asks, resized
 * to {@code scaled}, and laid on a canvas.
 *
 * @param source in pixels of the upright original, before the key's rotation and flip
 * @param scaled its size after these and the resize
 * @param canvas size of the rendition
 * @param left   of the scaled picture on the canvas
 * @param top    of the scaled picture on the canvas
 */
public record Layout(PixelRect source, PixelSize scaled, PixelSize canvas, int left, int top) {
    public Layout {
        if (left < 0 || top < 0 || left + scaled.width() > canvas.width() || top + scaled.height() > canvas.height()) {
            throw new IllegalArgumentException(scaled + " at " + left + "," + top + " stands over " + canvas);
        }
    }

    /** True when the scaled picture is all of the rendition. */
    public boolean fills() {
        return scaled.equals(canvas);
    }
}

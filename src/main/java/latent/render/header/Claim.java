package latent.render.header;

import latent.image.ImageFormat;
import latent.image.Orientation;

/**
 * The values that the header of a file states, before the gate has checked them. Sizes in pixels, as the decoder will return the picture.
 *
 * @param codedPixels of one frame as it is coded, which determines the memory and time of decoding
 * @param frames      of an animation; 1 for what is shown as a still, whatever else is in the file
 * @param deep        HEIC of more than eight bits a channel
 */
record Claim(
        ImageFormat format,
        long width,
        long height,
        long codedPixels,
        Orientation orientation,
        long frames,
        boolean interlaced,
        boolean deep) {
    static Claim still(ImageFormat format, long width, long height) {
        return new Claim(format, width, height, pixels(width, height), Orientation.TOP_LEFT, 1, false, false);
    }

    Claim turned(Orientation turn) {
        return new Claim(format, width, height, codedPixels, turn, frames, interlaced, deep);
    }

    Claim interlacedIf(boolean so) {
        return new Claim(format, width, height, codedPixels, orientation, frames, so, deep);
    }

    Claim withFrames(long count) {
        return new Claim(format, width, height, codedPixels, orientation, count, interlaced, deep);
    }

    /** A size that covers both. */
    Claim atLeast(Claim other) {
        long wider = Math.max(width, other.width);
        long higher = Math.max(height, other.height);
        return new Claim(format, wider, higher, pixels(wider, higher), orientation, frames, interlaced, deep);
    }

    /** With so many coded pixels, where these are more than the picture has. */
    Claim codedAs(long pixels) {
        return new Claim(format, width, height, Math.max(codedPixels, pixels), orientation, frames, interlaced, deep);
    }

    Claim deepIf(boolean so) {
        return new Claim(format, width, height, codedPixels, orientation, frames, interlaced, so);
    }

    /** The product of two sides, none of them negative, or the largest number that there is. */
    static long pixels(long width, long height) {
        return height > 0 && width > Long.MAX_VALUE / height ? Long.MAX_VALUE : width * height;
    }
}

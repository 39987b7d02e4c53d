package latent.render.header;

import latent.image.ImageFormat;
import latent.image.Orientation;

/** What a header claims, before anyone has asked whether it can be true. Sizes in pixels. */
record Claim(ImageFormat format, long width, long height, Orientation orientation, long frames, boolean interlaced) {
    static Claim still(ImageFormat format, long width, long height) {
        return new Claim(format, width, height, Orientation.TOP_LEFT, 1, false);
    }

    Claim turned(Orientation turn) {
        return new Claim(format, width, height, turn, frames, interlaced);
    }

    Claim interlacedIf(boolean so) {
        return new Claim(format, width, height, orientation, frames, so);
    }

    Claim withFrames(long count) {
        return new Claim(format, width, height, orientation, count, interlaced);
    }

    /** As large as both. */
    Claim atLeast(Claim other) {
        long wider = Math.max(width, other.width);
        return new Claim(format, wider, Math.max(height, other.height), orientation, frames, interlaced);
    }
}

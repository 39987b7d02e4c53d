package latent.render.imgscalr;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A picture as its file stores it.
 *
 * @param picture RGB or RGBA of eight bits, not premultiplied
 * @param profile what its numbers mean when they are not sRGB
 */
record ProfiledImage(BufferedImage picture, Optional<ICC_Profile> profile) {
    /** A picture in sRGB. */
    static ProfiledImage srgb(BufferedImage picture) {
        return new ProfiledImage(picture, Optional.empty());
    }

    ProfiledImage with(BufferedImage changed) {
        return new ProfiledImage(changed, profile);
    }

    /** The picture of one of Java's int types, in sRGB. */
    ProfiledImage inSrgb() {
        BufferedImage packed = Samples.packed(picture);
        profile.filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_RGB && !Profiles.isSrgb(p))
                .ifPresent(p -> new ProfileConversion(p).convert(packed));
        return srgb(packed);
    }
}

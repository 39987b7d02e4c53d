package latent.render.imgscalr;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Predicate;
import latent.render.colour.SrgbProfile;

/**
 * A picture as its file stores it.
 *
 * @param picture RGB or RGBA of eight bits, not premultiplied
 * @param profile what its numbers mean when they are not sRGB; for one channel where all three are the same
 */
record ProfiledImage(BufferedImage picture, Optional<byte[]> profile) {
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
        profile.filter(Predicate.not(SrgbProfile::is))
                .flatMap(ProfileConversion::by)
                .ifPresent(conversion -> conversion.convert(packed));
        return srgb(packed);
    }
}

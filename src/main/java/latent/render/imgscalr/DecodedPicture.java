package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A picture as its file stores it.
 *
 * @param picture RGB or RGBA of eight bits, not premultiplied
 * @param profile what its numbers mean when they are not sRGB
 */
record DecodedPicture(BufferedImage picture, Optional<ICC_Profile> profile) {
    BufferedImage inSrgb() {
        Colours.toSrgb(picture, profile);
        return picture;
    }
}

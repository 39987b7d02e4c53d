package latent.render.imgscalr;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** A picture, and what its numbers mean when it is not sRGB. */
record Coloured(BufferedImage picture, Optional<ICC_Profile> profile) {
    BufferedImage inSrgb() {
        Colours.toSrgb(picture, profile);
        return picture;
    }
}

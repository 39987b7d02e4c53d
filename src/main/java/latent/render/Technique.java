package latent.render;

import java.util.EnumSet;
import java.util.Set;
import latent.image.ImageFormat;
import latent.key.Adjustments;
import latent.key.Encoding;
import latent.key.Framing;
import latent.key.Gravity;
import latent.key.Quality;
import latent.key.Transformation;

/** Abilities that an engine may lack, one for each option of the key language that is not plain sizing. */
public enum Technique {
    GRAVITY("A gravity"),
    FOCAL_POINT("A focal point"),
    SMART_CROP("A smart crop"),
    CROP_BOX("A crop box"),
    ROTATION("A rotation"),
    FLIP("A flip"),
    TRIM("A trimmed border"),
    BLUR("A blur"),
    SHARPEN("Sharpening"),
    GRAYSCALE("Grayscale"),
    WATERMARK("A watermark"),
    AUTO_QUALITY("Automatic quality"),
    MAX_BYTES("A bound on the bytes"),
    /** A PNG of a quality below 100. */
    PALETTE("A PNG palette"),
    KEEP_ICC("Keeping the colour profile"),
    KEEP_COPYRIGHT("Keeping the copyright notice"),
    /** All frames of an animated original, instead of the first; no option asks for it. */
    ANIMATION("Animation"),
    /** Transparent colours are mixed as light and not as the numbers that stand for it; no option asks for it. */
    LINEAR_ALPHA("Transparency in linear light");

    private final String noun;

    Technique(String noun) {
        this.noun = noun;
    }

    /** What a sentence calls it, capitalised. */
    String noun() {
        return noun;
    }

    /** What a transformation needs beyond plain sizing. */
    public static Set<Technique> neededFor(Transformation transformation) {
        Set<Technique> needed = EnumSet.noneOf(Technique.class);
        Framing framing = transformation.framing();
        switch (framing.gravity()) {
            case Gravity.Compass compass -> add(needed, GRAVITY, compass != Gravity.Compass.CENTRE);
            case Gravity.FocalPoint point -> needed.add(FOCAL_POINT);
            case Gravity.Smart smart -> needed.add(SMART_CROP);
        }
        add(needed, CROP_BOX, framing.crop().isPresent());
        Adjustments adjustments = transformation.adjustments();
        add(needed, ROTATION, adjustments.rotation() != Adjustments.Rotation.NONE);
        add(needed, FLIP, adjustments.flip() != Adjustments.Flip.NONE);
        add(needed, TRIM, adjustments.trim().isPresent());
        add(needed, BLUR, adjustments.blur().isPresent());
        add(needed, SHARPEN, adjustments.sharpen().isPresent());
        add(needed, GRAYSCALE, adjustments.grayscale());
        add(needed, WATERMARK, adjustments.watermark().isPresent());
        Encoding encoding = transformation.encoding();
        add(needed, AUTO_QUALITY, encoding.quality() instanceof Quality.Auto);
        add(needed, MAX_BYTES, encoding.maxBytes().isPresent());
        boolean png = encoding.format() == ImageFormat.PNG;
        add(needed, PALETTE, png && encoding.quality() instanceof Quality.Fixed fixed && fixed.value() < 100);
        add(needed, KEEP_ICC, encoding.keepIcc());
        add(needed, KEEP_COPYRIGHT, encoding.keepCopyright());
        return needed;
    }

    private static void add(Set<Technique> needed, Technique technique, boolean when) {
        if (when) {
            needed.add(technique);
        }
    }
}

package latent.render.vips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import latent.key.KeepCopyright;
import latent.key.KeepIcc;
import latent.key.Transformation;

/**
 * Reduces an original's metadata to what the key keeps: nothing, the colour profile, the copyright notice. Beside a notice the saver writes the few
 * tags that Exif requires in every file (2.32, 4.6.8); they describe the rendition.
 */
final class Metadata {
    /**
     * All that a header with a notice may hold beside it: the profile, and what savers need to know of animations and palettes. It is a list of
     * what stays, because an embedded thumbnail or a further block of a new libvips would otherwise stay unseen.
     */
    private static final Set<String> KEPT = Set.of(
            "icc-profile-data",
            "page-height",
            "n-pages",
            "delay",
            "loop",
            "background",
            "bits-per-sample",
            "palette",
            "interlaced");

    /** Pixels in a millimetre that make 72 in an inch, the number of those who do not know ({@code XResolution} in Exif 2.32). */
    private static final double UNKNOWN_RESOLUTION = 72 / 25.4;

    private static final String ORIENTATION = "orientation";

    private Metadata() {}

    /** The picture with nothing more in its header than may stay. */
    static Picture reduce(Picture picture, Transformation asked) {
        Optional<CopyrightNotice> notice = CopyrightNotice.of(picture).filter(found -> asked.has(KeepCopyright.class));
        if (notice.isEmpty()) {
            return upright(picture); // the saver strips the rest
        }
        Picture copy = picture.operation("copy")
                .with("xres", UNKNOWN_RESOLUTION)
                .with("yres", UNKNOWN_RESOLUTION)
                .picture();
        copy.fields().stream().filter(field -> !KEPT.contains(field)).forEach(copy::remove);
        notice.get().into(copy);
        return copy;
    }

    /** The pixels are upright by now; the saver of AVIF would turn them once more, whatever it is told to strip. */
    private static Picture upright(Picture picture) {
        if (!picture.fields().contains(ORIENTATION)) {
            return picture;
        }
        Picture copy = picture.operation("copy").picture();
        copy.remove(ORIENTATION);
        return copy;
    }

    /** For the saver's {@code keep}. */
    static String keep(Picture picture, Transformation asked) {
        List<String> kept = new ArrayList<>();
        if (asked.has(KeepIcc.class) && picture.profile().isPresent()) {
            kept.add("icc");
        }
        if (asked.has(KeepCopyright.class) && CopyrightNotice.of(picture).isPresent()) {
            kept.add("exif");
        }
        return kept.isEmpty() ? "none" : String.join(":", kept);
    }
}

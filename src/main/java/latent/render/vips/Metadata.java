package latent.render.vips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.key.KeepCopyright;
import latent.key.KeepIcc;
import latent.key.Transformation;

/** What stays of an original's metadata: nothing, the colour profile, the copyright notice, as the key asks. */
final class Metadata {
    private static final String COPYRIGHT = "exif-ifd0-Copyright";

    private Metadata() {}

    /** The picture with nothing more in its header than may stay. */
    static Picture reduce(Picture picture, Transformation asked) {
        Optional<String> notice = picture.text(COPYRIGHT).filter(text -> asked.has(KeepCopyright.class));
        if (notice.isEmpty()) {
            return picture; // the saver strips the rest
        }
        Picture copy = picture.operation("copy").picture();
        copy.fields().stream()
                .filter(field -> field.startsWith("exif-") || field.equals("xmp-data") || field.equals("iptc-data"))
                .filter(field -> !field.equals(COPYRIGHT))
                .forEach(copy::remove);
        return copy;
    }

    /** For the saver's {@code keep}. */
    static String keep(Picture picture, Transformation asked) {
        List<String> kept = new ArrayList<>();
        if (asked.has(KeepIcc.class) && picture.profile().isPresent()) {
            kept.add("icc");
        }
        if (asked.has(KeepCopyright.class) && picture.text(COPYRIGHT).isPresent()) {
            kept.add("exif");
        }
        return kept.isEmpty() ? "none" : String.join(":", kept);
    }
}

package latent.render.vips;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.key.Encoding;

/** What stays of an original's metadata: nothing, the colour profile, the copyright notice, as the key asks. */
final class Metadata {
    private static final String COPYRIGHT = "exif-ifd0-Copyright";

    private Metadata() {}

    /** The picture with nothing more in its header than may stay. */
    static Picture reduce(Picture picture, Encoding encoding) {
        Optional<String> notice = picture.text(COPYRIGHT).filter(text -> encoding.keepCopyright());
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
    static String keep(Picture picture, Encoding encoding) {
        List<String> kept = new ArrayList<>();
        if (encoding.keepIcc() && picture.profile().isPresent()) {
            kept.add("icc");
        }
        if (encoding.keepCopyright() && picture.text(COPYRIGHT).isPresent()) {
            kept.add("exif");
        }
        return kept.isEmpty() ? "none" : String.join(":", kept);
    }
}

package latent.render.vips;

import java.lang.foreign.MemorySegment;
import latent.image.ImageFormat;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Opens a file with the loader of its format, as the header gate found it, and no other: libvips is never asked to guess. A damaged file is an
 * error and not a picture with a grey lower half, which would be stored for ever.
 */
final class Loader {
    private final Session session;
    private final MemorySegment file;

    Loader(Session session, MemorySegment file) {
        this.session = session;
        this.file = file;
    }

    /** The first frame, decoded on the way from top to bottom, {@code shrink} times smaller. */
    Picture still(ImageFormat format, double shrink) {
        Operation load = open(format);
        if (shrink > 1) {
            switch (format) {
                case JPEG -> load.with("shrink", (int) shrink);
                case WEBP -> load.with("scale", 1 / shrink);
                case PNG, GIF, AVIF, TIFF, HEIC, SVG -> throw new IllegalArgumentException(format + " does not shrink");
            }
        }
        return asMeant(format, load.picture());
    }

    private Picture asMeant(ImageFormat format, Picture picture) {
        boolean wronglyInverted =
                format == ImageFormat.JPEG && picture.is(Interpretation.CMYK) && !AdobeMarker.isIn(file);
        return wronglyInverted ? picture.operation("invert").picture() : picture;
    }

    /** All frames, one below the other. */
    Picture frames(ImageFormat format) {
        return open(format).with("n", -1).picture();
    }

    private Operation open(ImageFormat format) {
        return session.operation(name(format))
                .with("buffer", file)
                .with("access", "sequential")
                .with("fail_on", "error");
    }

    private static String name(ImageFormat format) {
        return switch (format) {
            case JPEG -> "jpegload_buffer";
            case PNG -> "pngload_buffer";
            case WEBP -> "webpload_buffer";
            case GIF -> "gifload_buffer";
            case AVIF -> "heifload_buffer";
            case TIFF -> "tiffload_buffer";
            case HEIC, SVG ->
                throw new Refusal(Reason.UNSUPPORTED_FORMAT, "An original in " + format + " cannot be read here.");
        };
    }
}

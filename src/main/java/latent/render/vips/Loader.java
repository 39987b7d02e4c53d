package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.svg.SvgDrawing;

/**
 * Opens a file with the loader of its format, as the header gate found it, and no other: libvips is never asked to guess. A damaged file is an
 * error and not a picture with a grey lower half, which would be stored for ever. Of a drawing the library sees only what {@link SvgDrawing} has
 * written anew.
 */
final class Loader {
    private final Session session;
    private final MemorySegment file;
    private final ImageHeader header;

    Loader(Session session, MemorySegment file, ImageHeader header) {
        this.session = session;
        this.file = file;
        this.header = header;
    }

    /** The first frame, decoded on the way from top to bottom, {@code shrink} times smaller. */
    Picture still(double shrink) {
        Operation load = open();
        if (shrink > 1) {
            switch (header.format()) {
                case JPEG -> load.with("shrink", (int) shrink);
                case WEBP -> load.with("scale", 1 / shrink);
                case PNG, GIF, AVIF, TIFF, HEIC, SVG ->
                    throw new IllegalArgumentException(header.format() + " does not shrink");
            }
        }
        return asMeant(load.picture());
    }

    /** A part of a drawing at exactly a size. */
    Picture drawn(PixelRect part, PixelSize size) {
        byte[] svg = SvgDrawing.of(file.toArray(ValueLayout.JAVA_BYTE), header.stored())
                .showing(part, size);
        return session.operation("svgload_buffer")
                .with("buffer", session.lend(svg))
                .picture();
    }

    private Picture asMeant(Picture picture) {
        boolean wronglyInverted =
                header.format() == ImageFormat.JPEG && picture.is(Interpretation.CMYK) && !AdobeMarker.isIn(file);
        return wronglyInverted ? picture.operation("invert").picture() : picture;
    }

    /** All frames, one below the other. */
    Picture frames() {
        return open().with("n", -1).picture();
    }

    private Operation open() {
        return session.operation(name(header.format()))
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
            case AVIF, HEIC -> "heifload_buffer";
            case TIFF -> "tiffload_buffer";
            case SVG -> throw new IllegalArgumentException("a drawing is not decoded");
        };
    }
}

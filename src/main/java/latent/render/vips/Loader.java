package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.gif.GifFile;
import latent.render.jpeg.JpegFile;
import latent.render.svg.SvgDrawing;

/**
 * Opens a file with the loader of its format, as the header gate found it, and no other: libvips is never asked to guess. A damaged file is an
 * error and not a picture with a grey lower half, which would be stored for ever. Of a drawing the library sees only what {@link SvgDrawing} has
 * written anew.
 */
final class Loader {
    private static final Map<ImageFormat, String> LOADERS = Map.of(
            ImageFormat.JPEG, "jpegload_buffer",
            ImageFormat.PNG, "pngload_buffer",
            ImageFormat.WEBP, "webpload_buffer",
            ImageFormat.GIF, "gifload_buffer",
            ImageFormat.AVIF, "heifload_buffer",
            ImageFormat.HEIC, "heifload_buffer",
            ImageFormat.TIFF, "tiffload_buffer");

    private final Session session;
    private final MemorySegment file;
    private final ImageHeader header;

    Loader(Session session, MemorySegment file, ImageHeader header) {
        this.session = session;
        this.file = file;
        this.header = header;
    }

    /** The formats that libvips decodes; a drawing is not decoded. */
    static Set<ImageFormat> formats() {
        return LOADERS.keySet();
    }

    /**
     * The first frame, decoded on the way from top to bottom, {@code shrink} times smaller.
     *
     * @param whole whether the last line is needed
     */
    Picture still(double shrink, boolean whole) {
        mustBeWhole(1);
        Operation load = header.format() == ImageFormat.JPEG ? openJpeg(whole) : open();
        if (shrink > 1) {
            if (header.format().decodesHalved()) {
                load.with("shrink", (int) shrink);
            } else if (header.format().decodesScaled()) {
                load.with("scale", 1 / shrink);
            } else {
                throw new IllegalArgumentException(header.format() + " does not shrink");
            }
        }
        return asMeant(load.picture());
    }

    /** The first frame as it is, of which perhaps nothing is computed. */
    Picture opened() {
        return still(1, false);
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
        mustBeWhole(header.frames());
        return open().with("n", -1).picture();
    }

    /** libvips shows what there is of a GIF frame. */
    private void mustBeWhole(int frames) {
        if (header.format() == ImageFormat.GIF && !GifFile.isWhole(file, frames)) {
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.");
        }
    }

    private Operation open() {
        if (header.format() == ImageFormat.TIFF) {
            session.decoded().addTiff();
        }
        String loader = Optional.ofNullable(LOADERS.get(header.format()))
                .orElseThrow(() -> new IllegalStateException("no loader of " + header.format()));
        return strict(session.operation(loader).with("buffer", file));
    }

    /** A decoder that stops at the last line of the one scan is watched; others read to the end by themselves. */
    private Operation openJpeg(boolean whole) {
        JpegFile jpeg = JpegFile.of(file);
        MemorySegment bytes =
                jpeg.isMended() ? session.lend(jpeg.bytes().toArray(ValueLayout.JAVA_BYTE)) : file;
        if (!jpeg.isOneScan()) {
            session.decoded().addJpeg(jpeg);
            return strict(session.operation("jpegload_buffer").with("buffer", bytes));
        }
        long source = session.decoded().addJpeg(jpeg, bytes, whole);
        Operation load = session.operation("jpegload_source").withObject("source", source);
        session.vips().unref.call(source);
        return strict(load);
    }

    private static Operation strict(Operation load) {
        return load.with("access", "sequential").with("fail_on", "error");
    }
}

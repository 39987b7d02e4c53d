package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.render.colour.SourceProfile;
import latent.render.header.SegmentBytes;
import latent.render.header.TiffExtras;
import latent.render.jpeg.JpegFile;
import latent.render.jpeg.ScanLimit;
import latent.render.svg.SvgDrawing;

/**
 * Opens a file with the loader of its format, as the header gate found it, and no other: libvips is never asked to guess. A damaged file is an
 * error and not a picture with a grey lower half, which would be stored for ever. Of a drawing the library sees only what {@link SvgDrawing} has
 * written anew.
 */
record Loader(Session session, MemorySegment file, ImageHeader header) {
    private static final Map<ImageFormat, String> LOADERS = Map.of(
            ImageFormat.JPEG, "jpegload_buffer",
            ImageFormat.PNG, "pngload_buffer",
            ImageFormat.WEBP, "webpload_buffer",
            ImageFormat.GIF, "gifload_buffer",
            ImageFormat.AVIF, "heifload_buffer",
            ImageFormat.HEIC, "heifload_buffer",
            ImageFormat.TIFF, "tiffload_buffer");

    /** The formats that are decoded, by libvips or in Java; a drawing is not decoded. */
    static Set<ImageFormat> formats() {
        Set<ImageFormat> formats = EnumSet.copyOf(LOADERS.keySet());
        formats.addAll(Set.of(ImageFormat.BMP, ImageFormat.ICO));
        return formats;
    }

    /**
     * The first frame, decoded on the way from top to bottom, {@code shrink} times smaller.
     *
     * @param whole whether the last line is needed
     */
    Picture still(double shrink, boolean whole) {
        switch (header.format()) {
            case GIF -> {
                return gif().still();
            }
            case BMP -> {
                return WindowsBitmaps.bmp(session, file);
            }
            case ICO -> {
                return WindowsBitmaps.icon(session, file, header);
            }
            case HEIC -> {
                if (session.heic().isPresent()) {
                    return withItsProfile(session.heic().get().decoded(file, header));
                }
            }
            default -> {}
        }
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

    /** The first frame at its stored size; pixels are computed only when they are used. */
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
        int more = header.format() == ImageFormat.TIFF ? TiffExtras.withoutMeaning(new SegmentBytes(file)) : 0;
        if (more > 0 && more < picture.bands()) {
            return picture.extract(0, picture.bands() - more);
        }
        boolean wronglyInverted =
                header.format() == ImageFormat.JPEG && picture.is(Interpretation.CMYK) && !AdobeMarker.isIn(file);
        return withItsProfile(wronglyInverted ? picture.operation("invert").picture() : picture);
    }

    /** With the profile by which it is to be converted, where that is another than libvips found in the file, or none. */
    private Picture withItsProfile(Picture picture) {
        Optional<byte[]> embedded = picture.profile();
        Optional<byte[]> meant = Interpretation.of(picture)
                .flatMap(numbers ->
                        SourceProfile.of(header.format(), file.asByteBuffer(), embedded, numbers.channels()));
        return Arrays.equals(embedded.orElse(null), meant.orElse(null)) ? picture : picture.withProfile(meant);
    }

    /** How many frames there are. */
    int pages() {
        return header.format() == ImageFormat.GIF ? gif().pages() : opened().pages();
    }

    /** All frames, one below the other. */
    Picture roll() {
        return withItsProfile(open().with("n", -1).picture());
    }

    /** A part of each frame. */
    List<Picture> frames(PixelRect part) {
        if (header.format() == ImageFormat.GIF) {
            return gif().frames(part);
        }
        int height = header.stored().height();
        Picture roll = roll();
        return IntStream.range(0, roll.size().height() / height)
                .mapToObj(page -> roll.cut(part.moved(0, page * height)))
                .toList();
    }

    private GifLoader gif() {
        return new GifLoader(session, file, header);
    }

    private Operation open() {
        if (header.format() == ImageFormat.TIFF) {
            session.decoded().addTiff();
        }
        String loader = Optional.ofNullable(LOADERS.get(header.format()))
                .orElseThrow(() -> new IllegalStateException("no loader of " + header.format()));
        return strict(session.operation(loader).with("buffer", withTransparencyInPlace(file)));
    }

    private MemorySegment withTransparencyInPlace(MemorySegment file) {
        return header.format() == ImageFormat.AVIF || header.format() == ImageFormat.HEIC
                ? HeicPictures.withTransparencyInPlace(session, file)
                : file;
    }

    /** A decoder that stops at the last line of the one scan is watched; others read to the end by themselves. */
    private Operation openJpeg(boolean whole) {
        JpegFile jpeg = JpegFile.of(file);
        ScanLimit.require(jpeg);
        MemorySegment bytes = jpeg.isMended() ? session.lend(jpeg.bytes().toArray(ValueLayout.JAVA_BYTE)) : file;
        if (!jpeg.isOneScan()) {
            session.decoded().addJpeg(jpeg);
            return strict(session.operation("jpegload_buffer").with("buffer", bytes));
        }
        long source = session.decoded().addJpeg(jpeg, bytes, whole);
        Operation load = session.operation("jpegload_source").withObject("source", source);
        session.vips().unref.call(source);
        return strict(load);
    }

    /** An operation that reads once from top to bottom, and ends with an error at damage. */
    static Operation strict(Operation load) {
        return load.with("access", "sequential").with("fail_on", "error");
    }
}

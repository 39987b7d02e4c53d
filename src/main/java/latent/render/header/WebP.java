package latent.render.header;

import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.Orientation;

/**
 * The chunks of a WebP file (RFC 9649). Its Exif block comes after the pixels, so the first bytes of a large file do not tell how it lies. As in
 * browsers, it counts where the first chunk says that there is one.
 */
final class WebP {
    private static final int HAS_EXIF = 8;

    private WebP() {}

    static Claim read(Cursor file) {
        file.littleEndian(true).skip(4);
        long riffBytes = file.u32();
        if (!file.tag().equals("WEBP")) {
            throw Broken.header("it is a RIFF file of another kind");
        }
        if (riffBytes + 8 > file.fileBytes()) {
            // Decoders show what there is of it, and gray below.
            throw Broken.header("its end is missing");
        }
        String name = file.tag();
        long length = file.u32();
        return switch (name) {
            case "VP8 " -> lossy(file);
            case "VP8L" -> lossless(file);
            case "VP8X" -> extended(file, length);
            default -> throw Broken.header("its first chunk is none of WebP's");
        };
    }

    /** RFC 6386, 9.1: three bytes of frame tag, the start code, two 14-bit sides. */
    private static Claim lossy(Cursor file) {
        if ((file.u8() & 1) != 0) {
            throw Broken.header("it does not begin with a key frame");
        }
        file.skip(2);
        if (!file.text(3).equals("\u009d\u0001*")) {
            throw Broken.header("its start code is missing");
        }
        return Claim.still(ImageFormat.WEBP, file.u16() & 0x3fff, file.u16() & 0x3fff);
    }

    private static Claim lossless(Cursor file) {
        if (file.u8() != 0x2f) {
            throw Broken.header("its signature is missing");
        }
        long bits = file.u32();
        return Claim.still(ImageFormat.WEBP, (bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }

    private static Claim extended(Cursor file, long length) {
        Cursor header = file.part(length + (length & 1));
        boolean hasExif = (header.u8() & HAS_EXIF) != 0;
        header.skip(3);
        Claim canvas = Claim.still(ImageFormat.WEBP, header.u24() + 1L, header.u24() + 1L);
        Optional<Orientation> orientation = Optional.empty();
        int frames = 0;
        try {
            while (true) {
                String name = file.tag();
                long bytes = file.u32();
                switch (name) {
                    case "VP8 " -> inside(canvas, lossy(file.head(bytes)));
                    case "VP8L" -> inside(canvas, lossless(file.head(bytes)));
                    case "EXIF" -> {
                        if (hasExif) {
                            orientation = orientation.or(() -> Exif.orientation(file.head(bytes)));
                        }
                    }
                    case "ANMF" -> {
                        inside(canvas, frame(file.head(bytes)));
                        frames++;
                    }
                    default -> {}
                }
                file.skip(bytes + (bytes & 1));
            }
        } catch (Cursor.TooShort e) {
            return canvas.turned(orientation.orElse(Orientation.TOP_LEFT)).withFrames(Math.max(1, frames));
        }
    }

    /** What a frame covers, from the upper left corner of the canvas; it may not stand over (RFC 9649, 2.7.1.1). */
    private static Claim frame(Cursor chunk) {
        long left = 2L * chunk.u24();
        long top = 2L * chunk.u24();
        return Claim.still(ImageFormat.WEBP, left + chunk.u24() + 1, top + chunk.u24() + 1);
    }

    private static void inside(Claim canvas, Claim picture) {
        if (picture.width() > canvas.width() || picture.height() > canvas.height()) {
            throw Broken.header("its picture is larger than its canvas");
        }
    }
}

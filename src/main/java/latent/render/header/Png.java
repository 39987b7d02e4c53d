package latent.render.header;

import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.Orientation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * The chunks of a PNG file before its pixels (PNG, third edition, 11.2 and 11.3). Of an animated one the still picture is shown that every PNG has,
 * so how many frames it has is not asked.
 */
final class Png {
    private static final int MAGIC_BYTES = 8;

    /** libpng's own bound; a 57-byte file whose one chunk claims a gigabyte took libvips 8.14.1 to 1 GB. */
    private static final long MAX_CHUNK_BYTES = 8_000_000;

    /** Deflate makes at most 1,032 bytes of one (zlib technical details, "maximum compression factor"). */
    private static final long DEFLATE_CEILING = 1_032;

    private Png() {}

    static Claim read(Cursor file) {
        file.skip(MAGIC_BYTES + 4);
        if (!file.tag().equals("IHDR")) {
            throw Broken.header("its first chunk is not IHDR");
        }
        Claim claim = header(file);
        Optional<Orientation> orientation = Optional.empty();
        for (long length = file.u32(); ; length = file.u32()) {
            String name = file.tag();
            if (name.equals("IDAT") || name.equals("IEND")) {
                return claim.turned(orientation.orElse(Orientation.TOP_LEFT));
            }
            if (length > Math.min(MAX_CHUNK_BYTES, file.fileBytes())) {
                throw new Refusal(Reason.TOO_LARGE, "The original has a PNG chunk that is too long.");
            }
            Cursor chunk = file.part(length);
            if (orientation.isEmpty() && name.equals("eXIf")) {
                orientation = Exif.orientationWithoutMark(chunk);
            }
            file.skip(4);
        }
    }

    private static Claim header(Cursor file) {
        long width = file.u32();
        long height = file.u32();
        int depth = file.u8();
        int bits = depth * samples(file.u8(), depth);
        file.skip(2);
        boolean interlaced = file.u8() == 1;
        file.skip(4);
        long side = Math.max(width, height);
        if (side <= Integer.MAX_VALUE && height * ((width * bits + 7) / 8 + 1) > file.fileBytes() * DEFLATE_CEILING) {
            throw Broken.implausible();
        }
        return Claim.still(ImageFormat.PNG, width, height).interlacedIf(interlaced);
    }

    private static int samples(int colourType, int depth) {
        boolean small = depth == 1 || depth == 2 || depth == 4;
        if (!small && depth != 8 && depth != 16) {
            throw Broken.header("its bit depth is none of PNG's");
        }
        return switch (colourType) {
            case 0 -> 1;
            case 2 -> 3;
            case 3 -> 1;
            case 4 -> 2;
            case 6 -> 4;
            default -> throw Broken.header("its colour type is none of PNG's");
        };
    }
}

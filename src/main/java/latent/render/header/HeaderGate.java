package latent.render.header;

import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Decides from the header of a file whether a decoder may see it. It reads the beginning, and then what the header points at: a directory at the end,
 * a box behind the pixels, what stands behind long metadata. Pure arithmetic on bytes, without allocation by what the file claims, so that a bomb
 * costs nothing; and whatever it points at, only a few parts are read of it.
 */
public final class HeaderGate {
    /** Number of first bytes that are read of a file; they are enough for nearly all files. */
    public static final int HEAD_BYTES = 64 << 10;

    /** Length of each further part, in bytes. */
    private static final int PART_BYTES = 1 << 20;

    /** A file that wants more is read as a whole; two are enough for a directory and its values, or for long metadata. */
    private static final int MAX_FURTHER_PARTS = 2;

    /** Bytes that are read before an offset that a file points at: they often belong to it, as the values of a directory do. */
    private static final int BEFORE_BYTES = 4 << 10;

    private final Limits limits;

    public HeaderGate(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads the header of a file from a few parts of it. A WebP tells its orientation, and an animation its number of frames, only to the one who
     * asks again with the whole file.
     *
     * @return the header, or empty when only the whole file can tell
     * @throws Refusal when the file is no picture, of no format of ours, or beyond the limits; nothing else but what reading it throws
     */
    public Optional<ImageHeader> admit(ByteSource file) {
        long bytes = file.bytes();
        requireSize(bytes);
        FileParts parts = new FileParts(file.read(0, (int) Math.min(HEAD_BYTES, bytes)), bytes);
        for (int further = 0; ; further++) {
            try {
                return Optional.of(admit(parts));
            } catch (Cursor.NotRead missing) {
                if (further == MAX_FURTHER_PARTS) {
                    return Optional.empty();
                }
                long place = missing.place();
                long start = parts.endAt(place) ? place : Math.max(0, place - BEFORE_BYTES);
                parts.add(start, file.read(start, (int) Math.min(PART_BYTES, bytes - start)));
            }
        }
    }

    /**
     * Reads the header of a whole file.
     *
     * @throws Refusal as above
     */
    public ImageHeader admit(byte[] file) {
        return admit(file, file.length).orElseThrow();
    }

    /**
     * Reads the header of a file from its first bytes alone.
     *
     * @param fileBytes size of the whole file
     * @return the header, or empty when more bytes are needed
     * @throws Refusal as above
     */
    public Optional<ImageHeader> admit(byte[] head, long fileBytes) {
        requireSize(fileBytes);
        try {
            return Optional.of(admit(new FileParts(head, fileBytes)));
        } catch (Cursor.NotRead missing) {
            return Optional.empty();
        }
    }

    private void requireSize(long fileBytes) {
        if (fileBytes > limits.maxFileBytes()) {
            throw new Refusal(
                    Reason.TOO_LARGE, "The original is larger than " + (limits.maxFileBytes() >> 20) + " MiB.");
        }
    }

    private ImageHeader admit(FileParts parts) {
        try {
            ImageHeader header = admit(Containers.read(new Cursor(parts)));
            if (header.format() == ImageFormat.HEIC) {
                HeicDemands.of(new Cursor(parts)).check();
            }
            return header;
        } catch (Cursor.NotRead missing) {
            throw missing;
        } catch (Cursor.TooShort end) {
            throw Broken.header("it ends too early");
        }
    }

    private ImageHeader admit(Claim claim) {
        if (claim.width() < 1 || claim.height() < 1 || claim.frames() < 1) {
            throw Broken.header("it has no pixels");
        }
        if (claim.codedPixels() > limits.maxPixels()) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "The original has too many pixels: " + claim.width() + "x" + claim.height() + ".");
        }
        PixelSize size = new PixelSize(Math.toIntExact(claim.width()), Math.toIntExact(claim.height()));
        return new ImageHeader(
                claim.format(),
                size,
                claim.codedPixels(),
                claim.orientation(),
                Math.toIntExact(claim.frames()),
                claim.interlaced(),
                claim.deep());
    }
}

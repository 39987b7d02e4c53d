package latent.render.header;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.image.PixelSize;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Decides from the first bytes of a file whether a decoder may see it. Pure arithmetic on bytes, in microseconds and without allocation by
 * what the file claims, so that a bomb costs nothing.
 */
public final class HeaderGate {
    private final Limits limits;

    public HeaderGate(Limits limits) {
        this.limits = limits;
    }

    /**
     * Reads a header. What lies behind {@code head} stays unread: a WebP tells its orientation, and an animation its number of frames, only to
     * the one who asks again with the whole file.
     *
     * @param head      the first bytes of the file; 64 KiB settle nearly every file
     * @param fileBytes size of the whole file
     * @return the header, or empty when the head is too short to tell and more bytes could settle it
     * @throws Refusal when the file is no picture, of no format of ours, or beyond the limits; nothing else is thrown, whatever the bytes
     */
    public Optional<ImageHeader> admit(byte[] head, long fileBytes) {
        if (fileBytes > limits.maxFileBytes()) {
            throw new Refusal(
                    Reason.TOO_LARGE, "The original is larger than " + (limits.maxFileBytes() >> 20) + " MiB.");
        }
        try {
            return Optional.of(admit(Containers.read(new Cursor(head, fileBytes))));
        } catch (Cursor.TooShort e) {
            if (head.length < fileBytes) {
                return Optional.empty();
            }
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
                claim.interlaced());
    }
}

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
    /** Below this a file may be as empty as it likes: decoding it is cheap. */
    private static final long CHEAP_PIXELS = 16_000_000;

    /**
     * More pixels a byte than a picture of that size has that is worth looking at: photographs have 1 to 50, baseline JPEG cannot pass 256. Only a
     * blank page is refused without being a bomb.
     */
    private static final long MAX_PIXELS_PER_BYTE = 400;

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
            return Optional.of(admit(Containers.read(new Cursor(head, fileBytes)), fileBytes));
        } catch (Cursor.TooShort e) {
            if (head.length < fileBytes) {
                return Optional.empty();
            }
            throw Broken.header("it ends too early");
        }
    }

    private ImageHeader admit(Claim claim, long fileBytes) {
        if (claim.width() < 1 || claim.height() < 1 || claim.frames() < 1) {
            throw Broken.header("it has no pixels");
        }
        if (Math.max(claim.width(), claim.height()) > limits.maxSidePixels()) {
            throw tooLarge(claim);
        }
        PixelSize size = new PixelSize((int) claim.width(), (int) claim.height());
        if (!limits.allow(size, claim.frames())) {
            throw tooLarge(claim);
        }
        long pixels = size.pixels() * claim.frames();
        if (pixels > CHEAP_PIXELS && pixels / MAX_PIXELS_PER_BYTE > fileBytes) {
            throw new Refusal(Reason.TOO_LARGE, "The original claims more pixels than its bytes can hold.");
        }
        return new ImageHeader(claim.format(), size, claim.orientation(), (int) claim.frames(), claim.interlaced());
    }

    private static Refusal tooLarge(Claim claim) {
        return new Refusal(
                Reason.TOO_LARGE,
                "The original has too many pixels: %dx%d, frames: %d."
                        .formatted(claim.width(), claim.height(), claim.frames()));
    }
}

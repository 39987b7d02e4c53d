package latent.render.jpeg;

import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Refuses JPEG files that make a decoder go through the picture again and again. A scan of a few bytes is enough for that, and nothing in the format
 * bounds their number (libjpeg-turbo.org, "Two Issues with the JPEG Standard", LJT-01-003). Encoders write 10 to 20 scans, and at most one for each
 * coefficient of each component; ImageIO takes 6 ns for each scan of each pixel, because it makes a picture of each.
 */
public final class ScanLimit {
    /** As libjpeg-turbo's own. */
    private static final int MOST_SCANS = 500;

    /** Of the largest originals that are admitted by default, 20 scans; of 12 megapixels, 166. */
    private static final long MOST_PIXELS = 2_000_000_000;

    private ScanLimit() {}

    /**
     * Looks at a file before any decoder does.
     *
     * @throws Refusal when it has too many scans for its size
     */
    public static void require(JpegFile file) {
        JpegHeader header = file.header();
        if (header.isOneScan()) {
            return;
        }
        long most = Math.min(MOST_SCANS, MOST_PIXELS / Math.max(1, header.pixels()));
        if (hasMoreScans(header, most)) {
            throw new Refusal(
                    Reason.TOO_LARGE,
                    "The original is a JPEG of more than " + most
                            + " scans, which takes too long to decode: save it anew.");
        }
    }

    /** Steps from marker to marker, as decoders do, up to the end marker. */
    private static boolean hasMoreScans(JpegHeader header, long most) {
        JpegBytes bytes = header.bytes();
        long scans = 0;
        long at = header.scan();
        while (at < bytes.size() && bytes.u8(at + 1) != JpegCodes.EOI && scans <= most) {
            scans += bytes.u8(at + 1) == JpegCodes.SOS ? 1 : 0;
            at = bytes.endOfScan(at + 2 + Math.max(2, bytes.u16(at + 2)));
        }
        return scans > most;
    }
}

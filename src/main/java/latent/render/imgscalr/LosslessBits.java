package latent.render.imgscalr;

import java.io.IOException;

/** The bits of lossless WebP, from the lowest of each byte on (RFC 9649, 3). */
final class LosslessBits {
    private final byte[] file;
    private long at;

    /** @param start of them, in bytes */
    LosslessBits(byte[] file, int start) {
        this.file = file;
        this.at = 8L * start;
    }

    boolean flag() throws IOException {
        return number(1) == 1;
    }

    /** The next bits, 30 at most, as a number of which the first is the lowest. */
    int number(int count) throws IOException {
        int number = 0;
        for (int i = 0; i < count; i++, at++) {
            int octet = (int) (at >> 3);
            if (octet >= file.length) {
                throw new IOException("lossless WebP ends too early");
            }
            number |= (file[octet] >> (at & 7) & 1) << i;
        }
        return number;
    }
}

package latent.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A progressive JPEG in gray with as many scans as one likes. Each of those that are added says of all blocks that no more of their coefficients
 * differ from 0, in two bytes for 32,767 blocks, and is valid (ITU-T T.81, G.1.2.2); a decoder goes through the whole picture for it.
 */
public final class ManyScans {
    private static final int BLOCK = 8;
    private static final int LONGEST_RUN = (1 << 15) - 1;
    private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

    private ManyScans() {}

    /** Of a picture that is gray. */
    public static byte[] of(BufferedImage gray, int added) {
        byte[] file = Encoded.progressiveJpeg(gray);
        int blocks = Math.ceilDiv(gray.getWidth(), BLOCK) * Math.ceilDiv(gray.getHeight(), BLOCK);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Arrays.copyOf(file, file.length - END.length));
        all.writeBytes(runLengths());
        byte[] scan = scan(blocks);
        for (int i = 0; i < added; i++) {
            all.writeBytes(scan);
        }
        all.writeBytes(END);
        return all.toByteArray();
    }

    /** A table of 15 codes of four bits, the code n for a run of 2 to the nth blocks and as many more as n bits say. */
    private static byte[] runLengths() {
        byte[] segment = new byte[2 + 2 + 1 + 16 + 15];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xc4;
        segment[3] = (byte) (segment.length - 2);
        segment[4] = 0x10;
        segment[4 + 4] = 15;
        for (int code = 0; code < 15; code++) {
            segment[21 + code] = (byte) (code << 4);
        }
        return segment;
    }

    /** Coefficients 1 to 63 of the only component, in full. */
    private static byte[] scan(int blocks) {
        BitString runs = new BitString();
        for (int left = blocks; left > 0; ) {
            int run = Math.min(left, LONGEST_RUN);
            int bits = 31 - Integer.numberOfLeadingZeros(run);
            runs.number(bits, 4).number(run - (1 << bits), bits);
            left -= run;
        }
        ByteArrayOutputStream scan = new ByteArrayOutputStream();
        scan.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 1, 63, 0});
        for (byte each : runs.paddedWithOnes()) {
            scan.write(each);
            if (each == (byte) 0xff) {
                scan.write(0);
            }
        }
        return scan.toByteArray();
    }
}

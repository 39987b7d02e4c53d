package latent.render.jpeg;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * All scans of a JPEG file, walked from marker to marker.
 *
 * @param hasEnd              whether the end marker is there
 * @param end                 where it stands, or where it belongs: behind the last byte that can be the picture's
 * @param haveAllCoefficients whether the scans that have begun are enough for every component, each in full precision; not whether their data is whole
 */
record JpegScans(boolean hasEnd, long end, boolean haveAllCoefficients) {
    private static final int COEFFICIENTS = 64;
    private static final int UNSEEN = 0xff;

    static JpegScans of(JpegHeader header) {
        JpegBytes bytes = header.bytes();
        Map<Integer, byte[]> missing = new HashMap<>();
        long at = header.scan();
        while (at < bytes.size()) {
            int code = bytes.u8(at + 1);
            long next = at + 2 + Math.max(2, bytes.u16(at + 2));
            if (code == JpegCodes.EOI) {
                return new JpegScans(true, at, true);
            }
            if (!JpegCodes.mayFollowScan(code) || next > bytes.size()) {
                return new JpegScans(false, at, isComplete(header, missing));
            }
            if (code == JpegCodes.SOS) {
                note(header, at, missing);
                at = bytes.endOfScan(next);
            } else {
                at = bytes.nextMarker(next);
            }
        }
        long end = bytes.withoutFiller(header.data());
        // Half an end marker stands for a whole one.
        boolean half = bytes.u8(end - 1) == 0xff;
        return new JpegScans(false, half ? end - 1 : end, isComplete(header, missing));
    }

    /** Of each coefficient, how many low bits are still to come. */
    private static void note(JpegHeader header, long scan, Map<Integer, byte[]> missing) {
        JpegBytes bytes = header.bytes();
        int components = bytes.u8(scan + 4);
        long parameters = scan + 5 + 2L * components;
        boolean sequential = header.isSequential();
        int first = sequential ? 0 : bytes.u8(parameters);
        int last = sequential ? COEFFICIENTS - 1 : Math.min(COEFFICIENTS - 1, bytes.u8(parameters + 1));
        int low = sequential ? 0 : bytes.u8(parameters + 2) & 15;
        for (int i = 0; i < components; i++) {
            byte[] left = of(missing, bytes.u8(scan + 5 + 2L * i));
            for (int k = first; k <= last; k++) {
                left[k] = (byte) low;
            }
        }
    }

    private static boolean isComplete(JpegHeader header, Map<Integer, byte[]> missing) {
        JpegBytes bytes = header.bytes();
        for (int i = 0; i < header.components(); i++) {
            for (byte left : of(missing, bytes.u8(header.frame() + 10 + 3L * i))) {
                if (left != 0) {
                    return false;
                }
            }
        }
        return header.frame() != 0;
    }

    private static byte[] of(Map<Integer, byte[]> missing, int component) {
        return missing.computeIfAbsent(component, unseen -> {
            byte[] left = new byte[COEFFICIENTS];
            Arrays.fill(left, (byte) UNSEEN);
            return left;
        });
    }
}

package latent.render.jpeg;

/**
 * Walks over all codes of a file of one scan, without computing a pixel, and so finds out what a decoder that warned cannot tell: whether the bytes it
 * left over stand in the file without need, or whether it lost its way in damaged ones. It takes about as long as decoding, and is for files under
 * suspicion only.
 */
final class EntropyCheck {
    /** More that no decoder reads is no slip of a program that wrote the file. */
    private static final long STRAY_BYTES = 64;

    /** Of fewer units, damage too leaves whole rows often enough. */
    private static final int TELLING_ROW = 8;

    private EntropyCheck() {}

    /** Whether every code of the picture is there and none is broken. */
    static boolean isWhole(JpegFile file) {
        SequentialScan scan;
        try {
            scan = SequentialScan.of(file.header());
        } catch (IllegalArgumentException unfit) {
            return false;
        }
        ScanBits bits = new ScanBits(file.header().bytes(), file.header().data(), file.end());
        int restarts = 0;
        for (long unit = 0; unit < scan.units(); unit++) {
            boolean restart = unit > 0 && scan.restartInterval() > 0 && unit % scan.restartInterval() == 0;
            if (restart && (!bits.isPaddedWithOnes() || !bits.restart(restarts++))) {
                return false;
            }
            if (!scan.skipUnit(bits)) {
                return false;
            }
        }
        long unread = bits.unread();
        boolean stray = unread == 0 || (bits.isPaddedWithOnes() && (unread <= STRAY_BYTES || file.isCompleted()));
        long more = unitsBehind(scan, bits);
        return more > 0 ? scan.unitsInRow() >= TELLING_ROW && more % scan.unitsInRow() == 0 : stray;
    }

    /**
     * How many units of the picture the bytes are that are left; 0 when they are none to the last bit. The decoder has lost that many in damaged
     * data, unless they are whole rows: then the picture was cut to be lower, by its header alone.
     */
    private static long unitsBehind(SequentialScan scan, ScanBits bits) {
        long units = 0;
        while (!bits.atMarker() && scan.skipUnit(bits)) {
            units++;
        }
        return bits.atMarker() && bits.isPaddedWithOnes() ? units : 0;
    }
}

package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How many channels of a TIFF file are neither colour nor alpha, such as saved selections (TIFF 6.0, ExtraSamples). libvips takes the first that is
 * more than the colour for alpha, whatever the file says.
 */
final class TiffExtras {
    private static final int EXTRA = 338;
    private static final int ENTRY_BYTES = 12;
    private static final int SHORT = 3;

    private TiffExtras() {}

    /** Of its first page; 0 also where the file does not say. */
    static int withoutMeaning(MemorySegment file) {
        ByteBuffer bytes = file.asByteBuffer();
        bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = bytes.getInt(4);
        int entries = bytes.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((bytes.getShort(entry) & 0xffff) == EXTRA) {
                return withoutMeaning(bytes, entry);
            }
        }
        return 0;
    }

    /** Alpha is the first or none: the header gate sees to that. */
    private static int withoutMeaning(ByteBuffer bytes, int entry) {
        int count = bytes.getInt(entry + 4);
        int size = bytes.getShort(entry + 2) == SHORT ? 2 : 1;
        int at = size * count > 4 ? bytes.getInt(entry + 8) : entry + 8;
        int first = size == 2 ? bytes.getShort(at) : bytes.get(at);
        return first == 0 ? count : count - 1;
    }
}

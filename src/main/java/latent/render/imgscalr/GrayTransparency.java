package latent.render.imgscalr;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Shows the JDK's reader a PNG file of less than 8 bits of gray, one of which is transparent, as the palette of grays that it is as well. The reader
 * makes 8 bits of each gray before it looks for the transparent one, which it leaves as it stands in the file, and so does not find it (JDK 25,
 * {@code PNGImageReader}; PNG, third edition, 11.3.1.1).
 */
final class GrayTransparency {
    private static final int NAME_OF_HEADER = 12;
    private static final int BEHIND_HEADER = 33;
    private static final int CHUNK_BYTES = 12;
    private static final int CRC_BYTES = 4;
    private static final int COLOURS = 0x504c5445; // PLTE
    private static final int TRANSPARENCY = 0x74524e53; // tRNS
    private static final int PIXELS = 0x49444154; // IDAT
    private static final int DEPTH = 24;
    private static final int COLOUR_TYPE = 25;
    private static final int GRAY = 0;
    private static final byte PALETTE = 3;

    private GrayTransparency() {}

    /** The file itself where it is none of these, or damaged. */
    static byte[] asPalette(byte[] file) {
        int depth = file[DEPTH];
        if (file[COLOUR_TYPE] != GRAY || depth >= 8) {
            return file;
        }
        byte[] header = Arrays.copyOf(file, BEHIND_HEADER);
        header[COLOUR_TYPE] = PALETTE;
        ByteBuffer chunks = ByteBuffer.wrap(file).position(BEHIND_HEADER);
        int transparent = -1;
        while (chunks.remaining() >= CHUNK_BYTES) {
            int start = chunks.position();
            int length = chunks.getInt();
            int type = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - CRC_BYTES) {
                return file;
            }
            if (type == TRANSPARENCY && length == 2) {
                transparent = chunks.getShort(chunks.position()) & ((1 << depth) - 1);
            } else if (type == PIXELS) {
                return transparent < 0 ? file : palette(header, depth, transparent, file, start);
            }
            chunks.position(chunks.position() + length + CRC_BYTES);
        }
        return file;
    }

    private static byte[] palette(byte[] header, int depth, int transparent, byte[] file, int pixels) {
        int grays = 1 << depth;
        byte[] colours = new byte[3 * grays];
        byte[] alphas = new byte[grays];
        for (int gray = 0; gray < grays; gray++) {
            Arrays.fill(colours, 3 * gray, 3 * gray + 3, (byte) (255 * gray / (grays - 1)));
            alphas[gray] = (byte) (gray == transparent ? 0 : 255);
        }
        byte[] named = Arrays.copyOfRange(header, NAME_OF_HEADER, BEHIND_HEADER - CRC_BYTES);
        ByteBuffer whole = ByteBuffer.allocate(
                BEHIND_HEADER + 2 * CHUNK_BYTES + colours.length + alphas.length + file.length - pixels);
        whole.put(header, 0, BEHIND_HEADER - CRC_BYTES).putInt(checksum(named));
        chunk(whole, COLOURS, colours);
        chunk(whole, TRANSPARENCY, alphas);
        return whole.put(file, pixels, file.length - pixels).array();
    }

    private static void chunk(ByteBuffer file, int type, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .putInt(type)
                .put(content)
                .array();
        file.putInt(content.length).put(named).putInt(checksum(named));
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}

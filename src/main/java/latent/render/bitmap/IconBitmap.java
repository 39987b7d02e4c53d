package latent.render.bitmap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The BMP file that a picture in an icon would be by itself. */
final class IconBitmap {
    private static final int FILE_HEADER_BYTES = 14;
    private static final int HEIGHT = 8;
    private static final int COLOURS = 32;
    private static final int MASKS_BYTES = 12;

    private IconBitmap() {}

    /** @param icon little-endian, from its first byte on */
    static ByteBuffer of(ByteBuffer icon, IconEntry entry) {
        int start = Math.toIntExact(entry.offset());
        DibHeader header = DibHeader.of(icon, start, true);
        int length = icon.limit() - start;
        ByteBuffer file = ByteBuffer.allocate(FILE_HEADER_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0);
        file.putInt(FILE_HEADER_BYTES + header.bytes() + coloursBytes(icon, header));
        file.put(FILE_HEADER_BYTES, icon, start, length);
        int height = (int) header.height();
        file.putInt(FILE_HEADER_BYTES + HEIGHT, header.topDown() ? -height : height);
        return file;
    }

    private static int coloursBytes(ByteBuffer icon, DibHeader header) {
        if (header.bits() > 8) {
            return header.compression() == 0 ? 0 : MASKS_BYTES;
        }
        int colours = icon.getInt(header.at() + COLOURS);
        return 4 * (colours > 0 && colours <= 1 << header.bits() ? colours : 1 << header.bits());
    }
}

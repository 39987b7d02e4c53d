package latent.render.bitmap;

import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory, on the heap or outside of it, as ImageIO reads one; its first bytes may be others. */
final class BufferStream extends ImageInputStreamImpl {
    private final ByteBuffer file;
    private final byte[] head;

    /** @param head stands in place of as many bytes of the file */
    BufferStream(ByteBuffer file, byte[] head) {
        this.file = file;
        this.head = head;
    }

    @Override
    public int read() {
        bitOffset = 0;
        if (streamPos < head.length) {
            return head[(int) streamPos++] & 0xff;
        }
        return streamPos < file.limit() ? file.get((int) streamPos++) & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int at, int length) {
        bitOffset = 0;
        int count = (int) Math.min(length, file.limit() - streamPos);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        file.get((int) streamPos, into, at, count);
        int others = Math.clamp(head.length - streamPos, 0, count);
        if (others > 0) {
            System.arraycopy(head, (int) streamPos, into, at, others);
        }
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.limit();
    }
}

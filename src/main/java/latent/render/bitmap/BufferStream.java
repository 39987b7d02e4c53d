package latent.render.bitmap;

import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file in memory, on the heap or outside of it, as ImageIO reads one. */
final class BufferStream extends ImageInputStreamImpl {
    private final ByteBuffer file;

    BufferStream(ByteBuffer file) {
        this.file = file;
    }

    @Override
    public int read() {
        bitOffset = 0;
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
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return file.limit();
    }
}

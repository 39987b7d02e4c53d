package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import latent.render.header.ByteSource;

/** A file in memory outside the heap, of which parts are read. */
record SegmentBytes(MemorySegment file) implements ByteSource {
    @Override
    public long bytes() {
        return file.byteSize();
    }

    @Override
    public byte[] read(long offset, int length) {
        return file.asSlice(offset, length).toArray(JAVA_BYTE);
    }
}

package latent.render.header;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/** A file in memory, on the heap or outside. */
public record SegmentBytes(MemorySegment file) implements ByteSource {
    @Override
    public long bytes() {
        return file.byteSize();
    }

    @Override
    public byte[] read(long offset, int length) {
        return file.asSlice(offset, length).toArray(JAVA_BYTE);
    }
}

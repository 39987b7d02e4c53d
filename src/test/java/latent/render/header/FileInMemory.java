package latent.render.header;

import java.util.Arrays;

/** A whole file of a test's. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FileInMemory(byte[] file) implements ByteSource {
    @Override
    public long bytes() {
        return file.length;
    }

    @Override
    public byte[] read(long offset, int length) {
        return Arrays.copyOfRange(file, (int) offset, (int) offset + length);
    }
}

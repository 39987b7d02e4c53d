package latent.lazy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import latent.refusal.Fault;
import latent.refusal.FaultException;
import latent.render.header.ByteSource;
import latent.store.Original;
import latent.store.OriginalStore;

/**
 * Reads parts of one version of an original for the header gate, and remembers their checksums for {@link #confirm}. Used by one thread until the
 * header has been read.
 */
final class OriginalParts implements ByteSource {
    /** An original of at most this size is read whole when its first bytes are not enough: it is needed anyway. */
    private static final int SMALL_BYTES = 1 << 20;

    /** How much more is read on either side of a part that is read again. */
    private static final int MORE_BYTES = 64 << 10;

    private final OriginalStore originals;
    private final Supplier<Optional<byte[]>> all;
    private final List<Part> read = new ArrayList<>();
    private Original original;

    /**
     * Parts of an original whose first bytes have been read.
     *
     * @param all reads the whole file; empty when the original has been replaced
     */
    OriginalParts(OriginalStore originals, Original original, Supplier<Optional<byte[]>> all) {
        this.originals = originals;
        this.all = all;
        this.original = original;
        remember(0, original.head());
    }

    /** A part that was read, without its bytes. */
    private record Part(long offset, int length, long checksum) {}

    /** Thrown when the original has been replaced or removed since it was opened. */
    static final class Replaced extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Replaced() {
            super("replaced", null, false, false);
        }
    }

    /** The original with its first bytes, or with all of them once the whole file has been read. */
    Original original() {
        return original;
    }

    @Override
    public long bytes() {
        return original.bytes();
    }

    /** @throws Replaced when this version can no longer be read */
    @Override
    public byte[] read(long offset, int length) {
        if (offset + length > original.head().length && original.bytes() <= SMALL_BYTES) {
            original = original.withAll(all.get().orElseThrow(Replaced::new));
        }
        if (offset + length <= original.head().length) {
            return Arrays.copyOfRange(original.head(), (int) offset, (int) offset + length);
        }
        byte[] part = originals.read(original, offset, length).orElseThrow(Replaced::new);
        remember(offset, part);
        return part;
    }

    private void remember(long offset, byte[] part) {
        read.add(new Part(offset, part.length, checksum(part, 0, part.length)));
    }

    /**
     * Reads the same parts again, before a refusal that depends on them. A part cannot be checked against the ETag of the whole file, and a bit that
     * flipped on the way would make a refusal that caches keep.
     *
     * @throws FaultException CHANGED_WHILE_READ when the bytes differ; a retry may help
     */
    void confirm() {
        if (original.whole()) {
            return;
        }
        for (Part part : read) {
            long start = Math.max(0, part.offset - MORE_BYTES);
            long end = Math.min(original.bytes(), part.offset + part.length + MORE_BYTES);
            boolean same = originals
                    .read(original, start, (int) (end - start))
                    .filter(again -> checksum(again, (int) (part.offset - start), part.length) == part.checksum)
                    .isPresent();
            if (!same) {
                throw new FaultException(
                        Fault.CHANGED_WHILE_READ, "two readings of the original " + original.key() + " differ");
            }
        }
    }

    private static long checksum(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return checksum.getValue();
    }
}

package latent.render.heif;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * What a file says of its primary picture, beside its size.
 *
 * @param hasAlpha        else its fourth channel means nothing
 * @param isPremultiplied colours are multiplied by alpha
 * @param profile         the embedded ICC profile
 * @param exif            its first block of Exif, from the header of TIFF on
 */
public record HeifHeader(boolean hasAlpha, boolean isPremultiplied, Optional<byte[]> profile, Optional<byte[]> exif) {
    /** Printers' profiles have 3 MB; libheif before 1.19 has no limit. */
    private static final long MOST_BYTES = 4 << 20;

    private static final int OFFSET_BYTES = 4;

    static HeifHeader of(Libheif library, long handle) {
        boolean alpha = library.hasAlpha.number(handle) != 0;
        return new HeifHeader(
                alpha,
                alpha && library.isPremultiplied.number(handle) != 0,
                profile(library, handle),
                exif(library, handle));
    }

    private static Optional<byte[]> profile(Libheif library, long handle) {
        long bytes = library.profileBytes.call(handle);
        if (bytes < 1 || bytes > MOST_BYTES) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment profile = arena.allocate(bytes);
            Libheif.must(library.profile.call(handle, profile.address()));
            return Optional.of(profile.toArray(JAVA_BYTE));
        }
    }

    /** In front of the header of TIFF stand the number of bytes before it, and these (ISO/IEC 23008-12, A.2.1). */
    private static Optional<byte[]> exif(Libheif library, long handle) {
        try (Arena arena = Arena.ofConfined()) {
            long type = arena.allocateFrom("Exif").address();
            MemorySegment id = arena.allocate(JAVA_INT);
            if ((int) library.blocks.call(handle, type) == 0
                    || (int) library.blockIds.call(handle, type, id.address(), 1) == 0) {
                return Optional.empty();
            }
            long bytes = library.blockBytes.call(handle, id.get(JAVA_INT, 0));
            if (bytes < OFFSET_BYTES || bytes > MOST_BYTES) {
                return Optional.empty();
            }
            MemorySegment block = arena.allocate(bytes);
            Libheif.must(library.block.call(handle, id.get(JAVA_INT, 0), block.address()));
            long start = OFFSET_BYTES + Integer.toUnsignedLong(Integer.reverseBytes(block.get(JAVA_INT, 0)));
            return start < bytes ? Optional.of(block.asSlice(start).toArray(JAVA_BYTE)) : Optional.empty();
        }
    }
}

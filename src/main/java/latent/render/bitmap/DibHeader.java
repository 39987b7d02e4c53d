package latent.render.bitmap;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/**
 * The header of a device independent bitmap, with which the pixels of a BMP file and of most icons begin: of OS/2 (12, 16 or 64 bytes) or of Windows
 * (40 to 124).
 *
 * @param at          where it begins, in bytes of the file
 * @param bytes       its own length
 * @param width       in pixels; not above zero in a broken file
 * @param height      the same, of the picture, whichever way it is stored
 * @param topDown     the upper line comes first
 * @param bits        of a pixel
 * @param compression the number that stands for it
 * @param alphaMask   the bits of a pixel that say how opaque it is; 0 where none do
 */
public record DibHeader(
        int at, int bytes, long width, long height, boolean topDown, int bits, int compression, int alphaMask) {
    private static final int OS2_BYTES = 12;
    private static final int SHORT_OS2_BYTES = 16;
    private static final int WINDOWS_BYTES = 40;
    private static final int LONG_OS2_BYTES = 64;
    private static final int BYTES_WITH_ALPHA_MASK = 56;
    private static final int ALPHA_MASK_AT = 52;
    private static final int HIGHEST_EIGHT_BITS = 0xff000000;

    private static final int PLAIN = 0;
    private static final int BIT_FIELDS = 3;
    private static final int BIT_FIELDS_WITH_ALPHA = 6;

    /** How many bits a pixel may have, by compression: none, runs of bytes, runs of half bytes, colours by masks. */
    private static final Map<Integer, Set<Integer>> KNOWN = Map.of(
            PLAIN,
            Set.of(1, 2, 4, 8, 16, 24, 32),
            1,
            Set.of(8),
            2,
            Set.of(4),
            BIT_FIELDS,
            Set.of(16, 32),
            BIT_FIELDS_WITH_ALPHA,
            Set.of(16, 32));

    /**
     * Reads it.
     *
     * @param file   little-endian, from its first byte on
     * @param inIcon there the height counts the mask below the picture too, and 32 bits always include alpha
     * @throws IndexOutOfBoundsException where the file ends before the header does
     */
    public static DibHeader of(ByteBuffer file, int at, boolean inIcon) {
        int bytes = file.getInt(at);
        if (bytes == OS2_BYTES) {
            int height = file.getShort(at + 6) & 0xffff;
            return new DibHeader(at, bytes, file.getShort(at + 4) & 0xffff, height, false, bits(file, at + 10), 0, 0);
        }
        int height = file.getInt(at + 8);
        int compression = bytes > SHORT_OS2_BYTES ? file.getInt(at + 16) : PLAIN;
        int bits = bits(file, at + 14);
        long lines = Math.abs((long) height);
        return new DibHeader(
                at,
                bytes,
                file.getInt(at + 4),
                inIcon ? lines / 2 : lines,
                height < 0,
                bits,
                compression,
                alphaMask(file, at, bytes, bits, compression, inIcon));
    }

    private static int bits(ByteBuffer file, int at) {
        return file.getShort(at) & 0xffff;
    }

    /** As Chromium takes it ({@code bmp_image_reader.cc}): 32 bits without a mask for alpha have none, except in an icon. */
    private static int alphaMask(ByteBuffer file, int at, int bytes, int bits, int compression, boolean inIcon) {
        boolean wide = bits == 16 || bits == 32;
        boolean fields = compression == BIT_FIELDS || compression == BIT_FIELDS_WITH_ALPHA;
        boolean inHeader = bytes >= BYTES_WITH_ALPHA_MASK && bytes != LONG_OS2_BYTES;
        if (!wide || (compression != PLAIN && !fields) || (bits == 16 && !fields)) {
            return 0;
        }
        if (fields && (inHeader || compression == BIT_FIELDS_WITH_ALPHA)) {
            return file.getInt(at + ALPHA_MASK_AT);
        }
        boolean meant = inIcon || (inHeader && file.getInt(at + ALPHA_MASK_AT) != 0);
        return meant && !fields ? HIGHEST_EIGHT_BITS : 0;
    }

    /** Whether pictures of this kind are decoded: those that hold a JPEG or PNG file, or fax codes, are not. */
    public boolean isKnown() {
        boolean os2 = bytes == OS2_BYTES || bytes == SHORT_OS2_BYTES || bytes == LONG_OS2_BYTES;
        boolean fields = compression == BIT_FIELDS || compression == BIT_FIELDS_WITH_ALPHA;
        return (os2 ? !fields : bytes >= WINDOWS_BYTES)
                && KNOWN.getOrDefault(compression, Set.of()).contains(bits);
    }

    /** Every line takes as many bytes as every other. */
    public boolean isPlain() {
        return compression == PLAIN || compression == BIT_FIELDS || compression == BIT_FIELDS_WITH_ALPHA;
    }

    /** Masks say which bits of a pixel are which colour. */
    boolean hasMasks() {
        return isPlain() && compression != PLAIN;
    }

    /** Whether there is room for masks, which nobody has to fill in. */
    boolean hasUnusedMasks() {
        return compression == PLAIN && bytes > WINDOWS_BYTES && bytes != LONG_OS2_BYTES && (bits == 16 || bits == 32);
    }

    /** Of a line, where {@link #isPlain}: it ends with a multiple of four. */
    public long lineBytes() {
        return (width * bits + 31) / 32 * 4;
    }
}

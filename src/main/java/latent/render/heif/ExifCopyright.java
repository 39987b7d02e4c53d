package latent.render.heif;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The copyright notice in a block of Exif (Exif 2.32, 4.6.5.A). */
public final class ExifCopyright {
    private static final int COPYRIGHT = 0x8298;
    private static final int ASCII = 2;
    private static final int ENTRY_BYTES = 12;
    private static final int INLINE_BYTES = 4;

    private ExifCopyright() {}

    /**
     * The notice of the photographer and, behind it, that of the editor, as other decoders join them.
     *
     * @param exif from the header of TIFF on
     * @return empty where there is none, or the block is broken
     */
    public static Optional<String> in(byte[] exif) {
        try {
            return find(ByteBuffer.wrap(exif));
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> find(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + ENTRY_BYTES * i;
            boolean isNotice = (tiff.getShort(entry) & 0xffff) == COPYRIGHT && tiff.getShort(entry + 2) == ASCII;
            int length = tiff.getInt(entry + 4);
            if (isNotice && length >= 0 && length <= tiff.limit()) {
                byte[] text = new byte[length];
                tiff.get(length > INLINE_BYTES ? tiff.getInt(entry + 8) : entry + 8, text);
                return Optional.of(new String(text, StandardCharsets.UTF_8)
                        .replace('\0', ' ')
                        .strip());
            }
        }
        return Optional.empty();
    }
}

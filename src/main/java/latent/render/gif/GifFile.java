package latent.render.gif;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * Walks over the codes of a GIF file (GIF89a, appendix F) without making pixels of them. Decoders leave out the pixels for which there are no codes and
 * ignore codes for which there are no pixels; either means that bytes in between are damaged, and GIF has no checksum.
 */
public final class GifFile {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;

    private final MemorySegment file;
    private long at;

    private GifFile(MemorySegment file) {
        this.file = file;
    }

    /**
     * Whether the codes of the first frames are those of whole pictures.
     *
     * @param file   what the header gate has let in; nothing is thrown, whatever the bytes
     * @param frames how many to look at; where the file has fewer, those that it has
     */
    public static boolean isWhole(MemorySegment file, int frames) {
        try {
            return new GifFile(file).frames(frames);
        } catch (IndexOutOfBoundsException cut) {
            return false;
        }
    }

    private boolean frames(int wanted) {
        at = 10;
        skipColours(u8());
        at += 2;
        int frames = 0;
        while (frames < wanted && at < file.byteSize()) {
            int block = u8();
            if (block == IMAGE) {
                if (!image()) {
                    return false;
                }
                frames++;
            } else if (block == EXTENSION) {
                at++;
                skipBlocks();
            } else {
                break;
            }
        }
        return frames > 0;
    }

    private boolean image() {
        at += 4;
        long pixels = (long) u16() * u16();
        skipColours(u8());
        int width = u8();
        LzwLengths lengths = new LzwLengths(width, pixels);
        for (int left = u8(); left > 0; left = u8()) {
            for (int i = 0; i < left; i++) {
                lengths.put(u8());
            }
        }
        return lengths.areWhole();
    }

    private void skipColours(int flags) {
        if ((flags & 0x80) != 0) {
            at += 3L << ((flags & 7) + 1);
        }
    }

    private void skipBlocks() {
        for (int length = u8(); length > 0; length = u8()) {
            at += length;
        }
    }

    private int u16() {
        return u8() | u8() << 8;
    }

    private int u8() {
        return file.get(JAVA_BYTE, at++) & 0xff;
    }
}

package latent.render.gif;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * Walks over the codes of a GIF file (GIF89a, appendix F) without making pixels of them. Decoders leave out the pixels for which there are no codes and
 * ignore codes for which there are no pixels; either may mean that bytes in between are damaged, and GIF has no checksum. What is missing behind the
 * last pixel harms nobody.
 */
public final class GifFile {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final byte TRAILER = 0x3b;

    private final MemorySegment file;
    private long at = 10;

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

    /**
     * What a decoder misses at the end of a file that ends in the codes of a frame.
     *
     * @param file what the header gate has let in; nothing is thrown, whatever the bytes
     * @return the rest of a block, its end and that of the file; no bytes where it ends elsewhere
     */
    public static byte[] missingEnd(MemorySegment file) {
        GifFile walked = new GifFile(file);
        try {
            if (!walked.endsInCodes()) {
                return new byte[0];
            }
        } catch (IndexOutOfBoundsException cut) {
            return new byte[0];
        }
        byte[] end = new byte[(int) (walked.at - file.byteSize()) + 2];
        end[end.length - 1] = TRAILER;
        return end;
    }

    private boolean isAtEnd() {
        return at >= file.byteSize();
    }

    private void skipScreen() {
        skipColours(u8());
        at += 2;
    }

    private boolean frames(int wanted) {
        skipScreen();
        int frames = 0;
        while (frames < wanted && !isAtEnd()) {
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
        int width = u16();
        int height = u16();
        skipColours(u8());
        LzwLengths lengths = new LzwLengths(u8(), width, height);
        for (int left = isAtEnd() ? 0 : u8(); left > 0; left = isAtEnd() ? 0 : u8()) {
            for (; left > 0 && !isAtEnd(); left--) {
                lengths.put(u8());
            }
        }
        return lengths.areWhole();
    }

    private boolean endsInCodes() {
        skipScreen();
        while (!isAtEnd()) {
            int block = u8();
            if (block == IMAGE) {
                at += 8;
                skipColours(u8());
                at++;
                if (!skipBlocks()) {
                    return true;
                }
            } else if (block == EXTENSION) {
                at++;
                skipBlocks();
            } else {
                return false;
            }
        }
        return false;
    }

    private void skipColours(int flags) {
        if ((flags & 0x80) != 0) {
            at += 3L << ((flags & 7) + 1);
        }
    }

    /** False where the file ends before they do. */
    private boolean skipBlocks() {
        while (!isAtEnd()) {
            int length = u8();
            if (length == 0) {
                return true;
            }
            at += length;
        }
        return false;
    }

    private int u16() {
        return u8() | u8() << 8;
    }

    private int u8() {
        return file.get(JAVA_BYTE, at++) & 0xff;
    }
}

package latent.render.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Walks over the first bytes of a file and never leaves them: what lies behind the last one is {@link TooShort}. */
final class Cursor {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final long fileBytes;
    private int at;
    private boolean littleEndian;

    Cursor(byte[] bytes, long fileBytes) {
        this(bytes, 0, bytes.length, fileBytes);
    }

    private Cursor(byte[] bytes, int start, int end, long fileBytes) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.fileBytes = fileBytes;
        this.at = start;
    }

    /** The file goes on behind the bytes at hand, or should. */
    static final class TooShort extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooShort() {
            super("too short", null, false, false);
        }
    }

    /** Size of the whole file, of which these are the first bytes. */
    long fileBytes() {
        return fileBytes;
    }

    int remaining() {
        return end - at;
    }

    /** The bytes from here on, little-endian and to be read only; this cursor does not move. */
    ByteBuffer rest() {
        return ByteBuffer.wrap(bytes, at, remaining())
                .slice()
                .asReadOnlyBuffer()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    Cursor littleEndian(boolean little) {
        littleEndian = little;
        return this;
    }

    int u8() {
        if (at >= end) {
            throw new TooShort();
        }
        return bytes[at++] & 0xff;
    }

    int u16() {
        int first = u8();
        int second = u8();
        return littleEndian ? second << 8 | first : first << 8 | second;
    }

    int u24() {
        return littleEndian ? u16() | u8() << 16 : u8() << 16 | u16();
    }

    long u32() {
        long first = u16();
        long second = u16();
        return littleEndian ? second << 16 | first : first << 16 | second;
    }

    /** Four characters, as containers name their parts. */
    String tag() {
        return text(4);
    }

    String text(int length) {
        int from = at;
        skip(length);
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** True when these characters come next; it does not move. */
    boolean nextIs(String text) {
        return nextIs(0, text);
    }

    /** True when these characters come after {@code skipped} bytes; it does not move. */
    boolean nextIs(int skipped, String text) {
        return remaining() >= skipped + text.length()
                && new String(bytes, at + skipped, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    /** The next characters, as many as there are; it does not move. */
    String peek(int length) {
        return new String(bytes, at, Math.min(length, remaining()), StandardCharsets.ISO_8859_1);
    }

    void skip(long count) {
        if (count < 0 || count > remaining()) {
            throw new TooShort();
        }
        at += (int) count;
    }

    /** Moves to a place counted from this cursor's first byte. */
    Cursor seek(long offset) {
        if (offset < 0 || offset > end - start) {
            throw new TooShort();
        }
        at = start + (int) offset;
        return this;
    }

    /** A cursor over the next bytes alone, or as many of them as there are; this one does not move. */
    Cursor head(long length) {
        int to = at + (int) Math.clamp(length, 0L, (long) remaining());
        return new Cursor(bytes, at, to, length).littleEndian(littleEndian);
    }

    /** A cursor over the next bytes alone, which this one skips. */
    Cursor part(long length) {
        int from = at;
        skip(length);
        return new Cursor(bytes, from, at, length).littleEndian(littleEndian);
    }
}

package latent.render.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Walks over a file of which parts have been read. What it steps over need not be at hand; what it reads must be, or else it is {@link NotRead}. Behind the
 * last byte of the file, or of the part that it was made for, everything is {@link TooShort}.
 */
final class Cursor {
    private final FileParts file;
    private final long start;
    private final long end;
    private long at;
    private boolean littleEndian;

    Cursor(FileParts file) {
        this(file, 0, file.fileBytes());
    }

    private Cursor(FileParts file, long start, long end) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    /** Thrown when bytes are needed that have not been read, or that the file does not have. */
    static class TooShort extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooShort() {
            super("too short", null, false, false);
        }
    }

    /** The file goes on, and what stands there has not been read yet. */
    static final class NotRead extends TooShort {
        private static final long serialVersionUID = 1L;

        private final long place;

        NotRead(long place) {
            this.place = place;
        }

        /** Offset of the byte that is missing, in bytes of the file. */
        long place() {
            return place;
        }
    }

    /** Size of the whole that this cursor was made for. */
    long fileBytes() {
        return end - start;
    }

    long remaining() {
        return end - at;
    }

    /** The bytes from here on, as far as they have been read, little-endian and to be read only; this cursor does not move. */
    ByteBuffer rest() {
        ByteBuffer read = file.from(at);
        return read.limit((int) Math.min(read.limit(), remaining())).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The exception to throw where {@link #rest} ends too early: the file goes on behind it, or does not. */
    TooShort endOf(ByteBuffer rest) {
        return rest.limit() < remaining() ? new NotRead(at + rest.limit()) : new TooShort();
    }

    Cursor littleEndian(boolean little) {
        littleEndian = little;
        return this;
    }

    int u8() {
        if (at >= end) {
            throw new TooShort();
        }
        int value = file.at(at);
        at++;
        return value;
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

    /** Eight bytes; negative beyond the largest number that Java has, as no place in a file is. */
    long u64() {
        long first = u32();
        long second = u32();
        return littleEndian ? second << 32 | first : first << 32 | second;
    }

    /** Four characters, as containers name their parts. */
    String tag() {
        return text(4);
    }

    String text(int length) {
        if (length > remaining()) {
            throw new TooShort();
        }
        String text = peek(length);
        at += length;
        return text;
    }

    /** True when these characters come next; it does not move. */
    boolean nextIs(String text) {
        return nextIs(0, text);
    }

    /** True when these characters come after {@code skipped} bytes; it does not move. */
    boolean nextIs(int skipped, String text) {
        if (remaining() < skipped + text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (file.at(at + skipped + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The next characters, as many as there are; it does not move. */
    String peek(int length) {
        byte[] next = new byte[(int) Math.min(length, remaining())];
        for (int i = 0; i < next.length; i++) {
            next[i] = (byte) file.at(at + i);
        }
        return new String(next, StandardCharsets.ISO_8859_1);
    }

    void skip(long count) {
        if (count < 0 || count > remaining()) {
            throw new TooShort();
        }
        at += count;
    }

    /** Moves to a place counted from this cursor's first byte. */
    Cursor seek(long offset) {
        if (offset < 0 || offset > end - start) {
            throw new TooShort();
        }
        at = start + offset;
        return this;
    }

    /** A cursor over the next bytes alone, or as many of them as there are; this one does not move. */
    Cursor head(long length) {
        return new Cursor(file, at, at + Math.clamp(length, 0L, remaining())).littleEndian(littleEndian);
    }

    /** A cursor over the next bytes alone, which this one skips. */
    Cursor part(long length) {
        long from = at;
        skip(length);
        return new Cursor(file, from, at).littleEndian(littleEndian);
    }
}

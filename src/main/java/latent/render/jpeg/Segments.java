package latent.render.jpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Walks over the marker segments of a file, and never past its end. */
final class Segments {
    private final byte[] file;
    private int at = 2;
    private int end;

    Segments(byte[] file) {
        this.file = file;
    }

    /** Moves into the next segment and returns its marker's code; after a scan, {@link #jump} first. */
    int next() throws IOException {
        while (at + 1 < file.length && !(file[at] == (byte) 0xff && file[at + 1] != 0 && file[at + 1] != (byte) 0xff)) {
            at++;
        }
        if (at + 1 >= file.length) {
            throw new IOException("the file ends before its end marker");
        }
        int marker = file[at + 1] & 0xff;
        at += 2;
        end = at;
        if (marker >= 0xc0 && (marker < 0xd0 || marker > 0xd9)) {
            end = at + 2;
            int length = u16();
            end = at - 2 + length;
            if (length < 2 || end > file.length) {
                throw new IOException("a segment ends behind the file");
            }
        }
        return marker;
    }

    /** Leaves the rest of the segment. */
    void leave() {
        at = end;
    }

    void jump(int position) {
        at = position;
        end = position;
    }

    int position() {
        return at;
    }

    boolean has(int bytes) {
        return end - at >= bytes;
    }

    /** True when the segment goes on with these characters; it does not move. */
    boolean starts(String text) {
        return has(text.length()) && new String(file, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }

    int u8() throws IOException {
        if (at >= end || at >= file.length) {
            throw new IOException("a segment is too short");
        }
        return file[at++] & 0xff;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }
}

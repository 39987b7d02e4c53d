package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import latent.render.gif.GifFile;
import latent.render.gif.GifFrame;

/** A copy of a GIF file with frames put in that paint nothing. */
final class GifRewriting {
    private static final int KEPT = 1;
    private static final int TAKEN_AWAY = 2;
    private static final int DISPOSAL = 7 << 2;

    private final Session session;
    private final MemorySegment original;
    private final List<MemorySegment> parts = new ArrayList<>();
    private long at;

    GifRewriting(Session session, MemorySegment original) {
        this.session = session;
        this.original = original;
    }

    /** The file with an end, where that is missing behind the last codes. */
    static MemorySegment closed(Session session, MemorySegment original) {
        byte[] missing = GifFile.missingEnd(original);
        if (missing.length == 0) {
            return original;
        }
        GifRewriting copy = new GifRewriting(session, original);
        copy.upTo(original.byteSize());
        copy.parts.add(session.lend(missing));
        return copy.end();
    }

    /** Takes over what is not yet taken over, up to a place in the original. */
    void upTo(long place) {
        parts.add(original.asSlice(at, place - at));
        at = place;
    }

    /** A frame whose one pixel is transparent, and whose others are not there. */
    void emptyFrame(int left, int top, int width, int height, boolean takenAway) {
        int disposal = takenAway ? TAKEN_AWAY : KEPT;
        parts.add(session.lend(new byte[] {
            0x21,
            (byte) 0xf9,
            4,
            (byte) (disposal << 2 | 1),
            0,
            0,
            0,
            0,
            0x2c,
            low(left),
            high(left),
            low(top),
            high(top),
            low(width),
            high(width),
            low(height),
            high(height),
            (byte) 0x80,
            0,
            0,
            0,
            0,
            0,
            0, // two colours of its own, both black
            2,
            2,
            0x44,
            1,
            0 // codes of three bits: begin, colour 0, end
        }));
    }

    /** Leaves a frame where it is, to be taken away by an empty one behind it. */
    void takenAwayByAnother(GifFrame frame) {
        upTo(frame.control());
        int flags = (original.get(JAVA_BYTE, at) & ~DISPOSAL) | (KEPT << 2);
        parts.add(session.lend(new byte[] {(byte) flags}));
        at++;
        upTo(frame.end());
        emptyFrame(frame.left(), frame.top(), frame.width(), frame.height(), true);
    }

    /** The copy, to its end. */
    MemorySegment end() {
        upTo(original.byteSize());
        MemorySegment copy = session.arena()
                .allocate(parts.stream().mapToLong(MemorySegment::byteSize).sum());
        long to = 0;
        for (MemorySegment part : parts) {
            MemorySegment.copy(part, 0, copy, to, part.byteSize());
            to += part.byteSize();
        }
        return copy;
    }

    private static byte low(int number) {
        return (byte) number;
    }

    private static byte high(int number) {
        return (byte) (number >> 8);
    }
}

package latent.render.gif;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Walks over the blocks of a GIF file (GIF89a specification, 15 to 26). */
public final class GifFrames {
    private static final int EXTENSION = 0x21;
    private static final int CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final int FLAGS = 10;
    private static final int SCREEN_BYTES = 13;
    private static final int DESCRIPTOR_BYTES = 10;

    /** What decoders show a frame for that does not say. */
    private static final int USUAL_DELAY = 10;

    private final ByteBuffer file;
    private final List<GifFrame> frames = new ArrayList<>();
    private int control = -1;

    private GifFrames(ByteBuffer file) {
        this.file = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The whole frames in their order, up to where the file ends or is damaged. */
    public static List<GifFrame> of(ByteBuffer file) {
        GifFrames found = new GifFrames(file);
        try {
            found.walk();
        } catch (RuntimeException itEndsEarly) { // the buffer's, of two kinds
            return found.frames;
        }
        return found.frames;
    }

    /** Where the first block stands behind the global colour table. */
    public static int start(ByteBuffer file) {
        return SCREEN_BYTES + colourTable(file.get(FLAGS));
    }

    /** Where a frame's codes begin, with the byte that says how many bits the first ones have. */
    static int data(byte[] file, GifFrame frame) {
        return frame.descriptor() + DESCRIPTOR_BYTES + colourTable(file[frame.descriptor() + DESCRIPTOR_BYTES - 1]);
    }

    private void walk() {
        file.position(start(file));
        for (int block = u8(); block == IMAGE || block == EXTENSION; block = u8()) {
            if (block == IMAGE) {
                image(file.position() - 1);
            } else {
                extension();
            }
        }
    }

    private void extension() {
        if (u8() == CONTROL) {
            control = file.position() + 1;
        }
        skipSubBlocks();
    }

    private void image(int descriptor) {
        int left = file.getShort() & 0xffff;
        int top = file.getShort() & 0xffff;
        int width = file.getShort() & 0xffff;
        int height = file.getShort() & 0xffff;
        skip(colourTable(file.get()) + 1);
        skipSubBlocks();
        int flags = control < 0 ? 0 : file.get(control);
        int delay = control < 0 ? USUAL_DELAY : file.getShort(control + 1) & 0xffff;
        frames.add(new GifFrame(
                descriptor,
                control,
                left,
                top,
                width,
                height,
                flags >> 2 & 7,
                (flags & 1) != 0,
                delay,
                file.position()));
        control = -1;
    }

    private static int colourTable(int flags) {
        return (flags & 0x80) == 0 ? 0 : 6 << (flags & 7);
    }

    private void skipSubBlocks() {
        for (int length = u8(); length > 0; length = u8()) {
            skip(length);
        }
    }

    private void skip(int bytes) {
        file.position(file.position() + bytes);
    }

    private int u8() {
        return file.get() & 0xff;
    }
}

package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.render.DecodeReuse;
import latent.render.SourceFile;

/**
 * The picture that was decoded last, kept while more renditions of its original wait: they begin at the same pixels as if they had decoded it
 * themselves. Only what a decoder has made smaller is kept, because that is what takes long for so few pixels. Used by one thread.
 */
final class KeptDecode {
    /** A photograph of 50 megapixels is this small where it is shrunk four times, as for 900 pixels and less. */
    private static final long MAX_PIXELS = 4_000_000;

    private final Libvips vips;
    private DecodeReuse reuse = DecodeReuse.NONE;
    private long original;
    private double shrink;
    private long handle;
    private boolean used;
    private long address;

    KeptDecode(Libvips vips) {
        this.vips = vips;
    }

    /**
     * A render begins.
     *
     * @param file of the original; a watermark is another
     */
    void begin(DecodeReuse next, MemorySegment file) {
        reuse = next;
        address = file.address();
        used = false;
        if (reuse.original() != original) {
            forget();
        }
    }

    /** The picture that was decoded with this factor, for as long as the render lasts. */
    Optional<Picture> find(Session session, SourceFile<MemorySegment> source, double factor) {
        if (handle == 0 || !mayBeKept(source) || factor != shrink) {
            return Optional.empty();
        }
        used = true;
        return Optional.of(session.borrow(handle));
    }

    /** Keeps a picture for the renders that wait, if that is worth it; to be used instead of the one given. */
    Picture keep(Session session, SourceFile<MemorySegment> source, double factor, Picture decoded) {
        boolean worthIt = reuse.expected()
                && mayBeKept(source)
                && factor > 1
                && decoded.size().pixels() <= MAX_PIXELS;
        if (!worthIt) {
            return decoded;
        }
        forget();
        long copy = vips.copyMemory.call(decoded.handle());
        if (copy == 0) {
            throw new VipsException(vips.lastError());
        }
        handle = copy;
        original = reuse.original();
        shrink = factor;
        return session.borrow(handle);
    }

    /** A render has ended; what was kept of a file that is damaged, or that nobody waits for, goes. */
    void end(boolean well) {
        if (!well || !reuse.expected()) {
            forget();
        }
    }

    /** Whether the last render took what was kept. */
    boolean wasUsed() {
        return used;
    }

    private boolean mayBeKept(SourceFile<MemorySegment> source) {
        return source.file().address() == address && source.header().format() == ImageFormat.JPEG;
    }

    private void forget() {
        if (handle != 0) {
            vips.unref.call(handle);
            handle = 0;
        }
        original = 0;
    }
}

package latent.render.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latent.image.PixelSize;
import latent.render.heif.Libheif;

/** The objects of libvips that one render holds, released when it closes, the last made first. Used by one thread. */
final class Session implements AutoCloseable {
    private static final int UNSIGNED_BYTES = 0;
    private static final int UNSIGNED_SHORTS = 2;

    private final Libvips vips;
    private final Arena arena = Arena.ofConfined();
    private final List<Long> pictures = new ArrayList<>();
    private final DecodedFiles decoded;
    private final Optional<HeicPictures> heic;

    Session(Libvips vips) {
        this(vips, Optional.empty());
    }

    /** @param libheif what decodes HEIC; without one libvips does, if it can */
    Session(Libvips vips, Optional<Libheif> libheif) {
        this.vips = vips;
        this.decoded = new DecodedFiles(vips);
        this.heic = libheif.map(library -> new HeicPictures(this, library));
    }

    /** What decodes HEIC in the place of libvips. */
    Optional<HeicPictures> heic() {
        return heic;
    }

    /** What this render decodes. */
    DecodedFiles decoded() {
        return decoded;
    }

    Operation operation(String name) {
        return new Operation(this, name);
    }

    /** A picture that this session now owns. */
    Picture adopt(long handle) {
        pictures.add(handle);
        return new Picture(this, handle);
    }

    /** A picture that somebody else owns, and keeps until this session closes. */
    Picture borrow(long handle) {
        return new Picture(this, handle);
    }

    /** The frames of an animation, one below the other, with the first one's delays and number of rounds. */
    Picture stack(List<Picture> frames, PixelSize frame) {
        Picture roll = of("arrayjoin", frames).with("across", 1).picture();
        Picture copy = roll.operation("copy").picture(); // the only kind of picture whose header may be changed
        vips.setInt.call(copy.handle(), text("page-height"), frame.height());
        vips.setInt.call(copy.handle(), text("n-pages"), frames.size());
        return copy;
    }

    /** A picture of samples of eight bits, which stay where they are until the session closes. */
    Picture pixels(MemorySegment samples, int width, int height, int bands) {
        return pixels(samples, width, height, bands, UNSIGNED_BYTES);
    }

    /** The same of samples of sixteen bits, in the byte order of this machine. */
    Picture deepPixels(MemorySegment samples, int width, int height, int bands) {
        return pixels(samples, width, height, bands, UNSIGNED_SHORTS);
    }

    private Picture pixels(MemorySegment samples, int width, int height, int bands, int format) {
        long image = vips.fromMemory.call(samples.address(), samples.byteSize(), width, height, bands, format);
        if (image == 0) {
            throw new VipsException(vips.lastError());
        }
        return adopt(image);
    }

    /** A picture with the bands of several. */
    Picture joinBands(List<Picture> parts) {
        return of("bandjoin", parts).picture();
    }

    private Operation of(String name, List<Picture> several) {
        MemorySegment handles = arena.allocate(JAVA_LONG, several.size());
        for (int i = 0; i < several.size(); i++) {
            handles.setAtIndex(JAVA_LONG, i, several.get(i).handle());
        }
        long array = vips.arrayImageNew.call(handles.address(), several.size());
        Operation operation = operation(name).withObject("in", array);
        vips.areaUnref.call(array);
        return operation;
    }

    /** Bytes where libvips can read them, until the session closes. */
    MemorySegment lend(byte[] bytes) {
        return arena.allocateFrom(JAVA_BYTE, bytes);
    }

    /** Address of a text, zero-terminated, until the session closes. */
    long text(String text) {
        return arena.allocateFrom(text).address();
    }

    Libvips vips() {
        return vips;
    }

    Arena arena() {
        return arena;
    }

    @Override
    public void close() {
        pictures.reversed().forEach(vips.unref::call);
        decoded.close();
        heic.ifPresent(HeicPictures::close);
        vips.collectMessages();
        vips.threadShutdown.call();
        arena.close();
    }
}

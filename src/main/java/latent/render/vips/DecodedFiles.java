package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import latent.render.jpeg.DecoderVerdict;
import latent.render.jpeg.JpegFile;

/** The files that one render decodes and that may turn out to be damaged without an error of libvips'. */
final class DecodedFiles {
    private final Libvips vips;
    private final Point start;
    private final List<Predicate<List<String>>> checks = new ArrayList<>();
    private final List<Long> sources = new ArrayList<>();

    DecodedFiles(Libvips vips) {
        this.vips = vips;
        this.start = now();
    }

    /** A TIFF file may hold JPEG: there every warning that may mean damage does. */
    void addTiff() {
        checks.add(warnings -> !warnings.isEmpty());
    }

    /** A file that is decoded from memory, with all of its scans. */
    void addJpeg(JpegFile file) {
        checks.add(warnings -> DecoderVerdict.isDamaged(file, warnings, true));
    }

    /**
     * A file that is decoded from a source of libvips', piece by piece.
     *
     * @param whole whether the last line is needed
     * @return the source, which belongs to the caller
     */
    long addJpeg(JpegFile file, MemorySegment bytes, boolean whole) {
        WatchedSource source = new WatchedSource(bytes, file.end());
        checks.add(warnings -> DecoderVerdict.isDamaged(file, warnings, !whole || source.wasReadToItsEnd()));
        long name = vips.callbacks().add(source);
        sources.add(name);
        return vips.newSource(name);
    }

    /** Whether one of them is; to be asked when all is computed. */
    boolean isOneDamaged() {
        return isOneDamaged(start);
    }

    /** The same of those alone that were added after a point; to be asked when they are computed, and nothing else was since then. */
    boolean isOneDamaged(Point after) {
        vips.collectMessages();
        List<String> warnings = vips.messages().since(after.said);
        return checks.stream().skip(after.files).anyMatch(check -> check.test(warnings));
    }

    /** Between the files so far and those that follow. */
    Point now() {
        vips.collectMessages();
        return new Point(vips.messages().count(), checks.size());
    }

    /**
     * A point in a render.
     *
     * @param said  how much the decoders had said
     * @param files how many files had been added
     */
    record Point(long said, int files) {}

    /** What the decoders said of them; empty where they said nothing, because a file ended too early. */
    String words() {
        return words(start);
    }

    /** What they said after a point. */
    String words(Point after) {
        return String.join("; ", vips.messages().since(after.said));
    }

    /** Forgets them; nothing must be read from them any more. */
    void close() {
        sources.forEach(vips.callbacks()::remove);
    }
}

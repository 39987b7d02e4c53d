package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.render.ShrunkPicture;
import latent.render.ShrunkPicture.Form;
import latent.render.SourceFile;

/**
 * What one render begins with in the place of its original's file, or what it decoded of that for others. They begin at the same pixels as if they had
 * decoded the file themselves. Only what a decoder has made smaller is kept, because that is what takes long for so few pixels. Used by one thread.
 */
final class KeptDecode {
    private final Libvips vips;
    private final boolean wanted;
    private final Optional<Form> given;
    private final long original;
    private long handle;
    private Optional<Form> form = Optional.empty();

    /**
     * Of one render.
     *
     * @param original a watermark is another file
     * @param given    what the original's file is, where it is not its file
     */
    KeptDecode(Libvips vips, MemorySegment original, Optional<Form> given, boolean wanted) {
        this.vips = vips;
        this.original = original.address();
        this.given = given;
        this.wanted = wanted;
    }

    /** Of a render that shares nothing. */
    static KeptDecode alone(Libvips vips, MemorySegment file) {
        return new KeptDecode(vips, file, Optional.empty(), false);
    }

    /** The picture that the render was given for a file, in the place of decoding it with this factor. */
    Optional<Picture> find(Session session, SourceFile<MemorySegment> source, double factor) {
        return given.filter(picture -> isOriginal(source)).map(picture -> {
            if (picture.shrink() != factor) {
                throw new IllegalStateException("decoded " + picture.shrink() + " times smaller, not " + factor);
            }
            return SharedPixels.picture(session, new ShrunkPicture<>(picture, source.file()));
        });
    }

    /** Keeps a picture for other renders, if that is worth it; to be used instead of the one given. */
    Picture keep(Session session, SourceFile<MemorySegment> source, double factor, Picture decoded) {
        if (!wanted || !isOriginal(source) || source.header().format() != ImageFormat.JPEG) {
            return decoded;
        }
        Optional<Form> kept = SharedPixels.form(decoded, factor);
        if (kept.isEmpty()) {
            return decoded;
        }
        forget();
        long copy = vips.copyMemory.call(decoded.handle());
        if (copy == 0) {
            throw new VipsException(vips.lastError());
        }
        handle = copy;
        form = kept;
        return session.borrow(handle);
    }

    /** What was kept, until {@link #forget}. */
    Optional<ShrunkPicture<MemorySegment>> kept() {
        return form.map(kept -> new ShrunkPicture<>(kept, SharedPixels.samples(vips, handle, kept)));
    }

    /** What was kept goes: it has been taken, or is of a file that is damaged. */
    void forget() {
        if (handle != 0) {
            vips.unref.call(handle);
            handle = 0;
        }
        form = Optional.empty();
    }

    private boolean isOriginal(SourceFile<MemorySegment> source) {
        return source.file().address() == original;
    }
}

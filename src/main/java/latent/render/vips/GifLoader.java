package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.List;
import latent.image.ImageHeader;
import latent.image.PixelRect;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.gif.GifFile;

/** Opens GIF files as browsers show them: rewritten where libvips would show them otherwise, and refused where a frame is incomplete. */
record GifLoader(Session session, MemorySegment file, ImageHeader header) {
    /** The first frame. */
    Picture still() {
        requireWhole(1);
        BrowserGif gif = BrowserGif.of(session, GifRewriting.closed(session, file), header.stored(), false);
        int page = gif.pages().isEmpty() ? 0 : gif.pages().getFirst();
        return open(gif.file()).with("page", page).picture();
    }

    /** How many frames libvips finds. */
    int pages() {
        return open(GifRewriting.closed(session, file)).picture().pages();
    }

    /** A part of each frame. */
    List<Picture> frames(PixelRect part) {
        requireWhole(header.frames());
        BrowserGif gif = BrowserGif.of(session, GifRewriting.closed(session, file), header.stored(), true);
        Picture roll = withTimes(open(gif.file()).with("n", -1).picture(), gif.times());
        int height = header.stored().height();
        return gif.pages().stream()
                .map(page -> roll.cut(part.moved(0, page * height)))
                .toList();
    }

    private static Picture withTimes(Picture roll, List<Integer> times) {
        if (times.isEmpty()) {
            return roll;
        }
        Picture copy = roll.operation("copy").picture();
        copy.setNumbers("delay", times);
        return copy;
    }

    /** Refuses a file with incomplete frames, which libvips would render in part. */
    private void requireWhole(int frames) {
        if (!GifFile.isWhole(file, frames)) {
            throw new Refusal(Reason.NOT_A_PICTURE, "The original is damaged or not a whole picture.");
        }
    }

    private Operation open(MemorySegment bytes) {
        return Loader.strict(session.operation("gifload_buffer").with("buffer", bytes));
    }
}

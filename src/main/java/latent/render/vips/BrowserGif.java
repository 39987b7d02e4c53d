package latent.render.vips;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import latent.image.PixelSize;
import latent.render.gif.GifFrame;
import latent.render.gif.GifFrames;

/**
 * A GIF file of which libvips makes what browsers show. Its decoder, libnsgif, differs from them in three ways (libvips 8.18.7,
 * {@code libnsgif/gif.c}). It takes a screen of some usual sizes, as 640x480, or of more than 2,048 pixels, for a mistake, and its canvas is then as
 * large as the first frame. It hands over no transparency where no frame has any, so that what no frame has painted is black. And a frame without
 * transparency that is taken away leaves the background colour behind, and not nothing. Against the first two stands an empty frame before all
 * others, that reaches to the last pixel of the canvas; against the third an empty frame in the same place, which is taken away instead.
 *
 * @param file  what libvips is shown
 * @param pages which of its pages are frames of the original
 * @param times how long those are shown, in milliseconds; empty where libvips' own list is right
 */
record BrowserGif(MemorySegment file, List<Integer> pages, List<Integer> times) {
    private static final int LONGEST_TRUSTED_SIDE = 2_048;
    private static final Set<PixelSize> DISTRUSTED = Set.of(
            new PixelSize(640, 480),
            new PixelSize(640, 512),
            new PixelSize(800, 600),
            new PixelSize(1024, 768),
            new PixelSize(1280, 1024),
            new PixelSize(1600, 1200));

    private static final int MILLISECONDS = 10;

    /**
     * Of a whole file.
     *
     * @param canvas   as the header gate read it
     * @param animated all frames are wanted, and not the first alone
     */
    static BrowserGif of(Session session, MemorySegment original, PixelSize canvas, boolean animated) {
        List<GifFrame> frames = GifFrames.of(original.asByteBuffer());
        boolean first = !frames.isEmpty() && needsEmptyFrame(frames, canvas);
        boolean others = animated && frames.stream().anyMatch(BrowserGif::leavesColour);
        List<Integer> pages = pages(frames, first ? 1 : 0, others);
        if (!first && !others) {
            return new BrowserGif(original, pages, List.of());
        }
        GifRewriting copy = new GifRewriting(session, original);
        if (first) {
            copy.upTo(GifFrames.start(original.asByteBuffer()));
            copy.emptyFrame(canvas.width() - 1, canvas.height() - 1, 1, 1, false);
        }
        if (others) {
            frames.stream().filter(BrowserGif::leavesColour).forEach(copy::takenAwayByAnother);
        }
        return new BrowserGif(
                copy.end(),
                pages,
                frames.stream().map(frame -> MILLISECONDS * frame.delay()).toList());
    }

    private static boolean needsEmptyFrame(List<GifFrame> frames, PixelSize canvas) {
        boolean covered = frames.getFirst().covers(canvas.width(), canvas.height());
        boolean trusted = !DISTRUSTED.contains(canvas)
                && canvas.width() <= LONGEST_TRUSTED_SIDE
                && canvas.height() <= LONGEST_TRUSTED_SIDE;
        return !covered && (!trusted || frames.stream().noneMatch(GifFrame::transparent));
    }

    private static boolean leavesColour(GifFrame frame) {
        return frame.isTakenAway() && !frame.transparent();
    }

    private static List<Integer> pages(List<GifFrame> frames, int first, boolean others) {
        List<Integer> pages = new ArrayList<>();
        int page = first;
        for (GifFrame frame : frames) {
            pages.add(page);
            page += others && leavesColour(frame) ? 2 : 1;
        }
        return pages;
    }
}

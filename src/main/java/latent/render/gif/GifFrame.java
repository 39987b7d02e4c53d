package latent.render.gif;

/**
 * A frame of a GIF file (GIF89a specification, 20 and 23). Places in the file are in bytes from its beginning, all else is in pixels of the canvas.
 *
 * @param descriptor  where its image descriptor begins
 * @param control     where the flags of its graphic control extension stand; -1 where it has none
 * @param disposal    what becomes of it before the next frame: 2 that it is taken away
 * @param transparent it may have transparent pixels
 * @param delay       hundredths of a second
 * @param end         where the next block begins
 */
public record GifFrame(
        int descriptor,
        int control,
        int left,
        int top,
        int width,
        int height,
        int disposal,
        boolean transparent,
        int delay,
        int end) {
    private static final int TAKEN_AWAY = 2;

    /** What is decoded after it finds nothing where it was. */
    public boolean isTakenAway() {
        return disposal == TAKEN_AWAY;
    }

    /** No pixel of a canvas is left without a frame over it. */
    public boolean covers(int canvasWidth, int canvasHeight) {
        return left == 0 && top == 0 && width >= canvasWidth && height >= canvasHeight;
    }
}

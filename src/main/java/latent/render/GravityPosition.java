package latent.render;

import latent.image.Orientation;
import latent.image.PixelRect;
import latent.image.PixelSize;
import latent.key.Gravity;

/**
 * Gravity in numbers, each 0 to 1 from the left and from the top of the turned part. A focal point is placed as near the middle of the rendition as
 * possible; a compass point aligns edges.
 */
record GravityPosition(boolean point, double x, double y) {
    static GravityPosition of(Gravity gravity, PixelSize upright, PixelRect shown, Orientation turn) {
        return switch (gravity) {
            case Gravity.Smart smart -> new GravityPosition(false, 0.5, 0.5);
            case Gravity.Compass compass ->
                new GravityPosition(false, 0.5 + 0.5 * east(compass), 0.5 + 0.5 * south(compass));
            case Gravity.FocalPoint focus -> {
                double x = part(focus.xPercent() / 100.0 * upright.width() - shown.left(), shown.width());
                double y = part(focus.yPercent() / 100.0 * upright.height() - shown.top(), shown.height());
                double across = turn.transposes() ? y : x;
                double down = turn.transposes() ? x : y;
                yield new GravityPosition(
                        true, turn.mirrorsX() ? 1 - across : across, turn.mirrorsY() ? 1 - down : down);
            }
        };
    }

    int leftOfWindow(int window, int whole) {
        return window(x, window, whole);
    }

    int topOfWindow(int window, int whole) {
        return window(y, window, whole);
    }

    int leftOnCanvas(int picture, int canvas) {
        return place(x, picture, canvas);
    }

    int topOnCanvas(int picture, int canvas) {
        return place(y, picture, canvas);
    }

    /** Where a window onto a larger picture begins. */
    private int window(double at, int window, int whole) {
        double start = point ? at * whole - window / 2.0 : at * (whole - window);
        return Math.clamp(Math.round(start), 0, whole - window);
    }

    /** Where a picture on a larger canvas begins. */
    private int place(double at, int picture, int canvas) {
        double start = point ? canvas / 2.0 - at * picture : at * (canvas - picture);
        return Math.clamp(Math.round(start), 0, canvas - picture);
    }

    private static double part(double pixels, int of) {
        return Math.clamp(pixels / of, 0, 1);
    }

    private static int east(Gravity.Compass compass) {
        return switch (compass) {
            case WEST, NORTH_WEST, SOUTH_WEST -> -1;
            case NORTH, CENTRE, SOUTH -> 0;
            case EAST, NORTH_EAST, SOUTH_EAST -> 1;
        };
    }

    private static int south(Gravity.Compass compass) {
        return switch (compass) {
            case NORTH, NORTH_EAST, NORTH_WEST -> -1;
            case WEST, CENTRE, EAST -> 0;
            case SOUTH, SOUTH_EAST, SOUTH_WEST -> 1;
        };
    }
}

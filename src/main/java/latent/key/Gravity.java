package latent.key;

/** What stays in view when a picture is cut to fill its box, and where it stands when it is padded. */
public sealed interface Gravity {
    /** A compass point; the centre is the default and is never spelt. */
    enum Compass implements Gravity {
        CENTRE,
        NORTH,
        NORTH_EAST,
        EAST,
        SOUTH_EAST,
        SOUTH,
        SOUTH_WEST,
        WEST,
        NORTH_WEST
    }

    /** A point of the upright picture that stays as near the middle as it can; x from the left, y from the top, in per cent, 0 to 100. */
    record FocalPoint(int xPercent, int yPercent) implements Gravity {}

    /** The part that draws the eye, found by the engine. */
    record Smart() implements Gravity {}
}

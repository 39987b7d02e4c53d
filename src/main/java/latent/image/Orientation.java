package latent.image;

/**
 * How the stored pixels lie to the upright picture: the eight values of the Exif tag 0x0112. Each names where the first stored row and
 * the first stored column are in the upright picture (Exif 2.32, 4.6.5).
 */
public enum Orientation {
    TOP_LEFT(1),
    TOP_RIGHT(2),
    BOTTOM_RIGHT(3),
    BOTTOM_LEFT(4),
    LEFT_TOP(5),
    RIGHT_TOP(6),
    RIGHT_BOTTOM(7),
    LEFT_BOTTOM(8);

    private final int exif;

    Orientation(int exif) {
        this.exif = exif;
    }

    /** The orientation of a tag value; upright for the values that Exif reserves, as every viewer does. */
    public static Orientation ofExif(int tag) {
        for (Orientation orientation : values()) {
            if (orientation.exif == tag) {
                return orientation;
            }
        }
        return TOP_LEFT;
    }

    /** The Exif tag value, 1 to 8. */
    public int exif() {
        return exif;
    }

    /** True when rows and columns change places: width is the stored height. */
    public boolean transposes() {
        return exif >= 5;
    }
}

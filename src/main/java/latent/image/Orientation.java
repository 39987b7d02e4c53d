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

    /** True when left and right change places, after the transposition. */
    public boolean mirrorsX() {
        return this == TOP_RIGHT || this == BOTTOM_RIGHT || this == RIGHT_TOP || this == RIGHT_BOTTOM;
    }

    /** True when top and bottom change places, after the transposition. */
    public boolean mirrorsY() {
        return this == BOTTOM_RIGHT || this == BOTTOM_LEFT || this == RIGHT_BOTTOM || this == LEFT_BOTTOM;
    }

    /** This turn and then the next, as one. */
    public Orientation then(Orientation next) {
        boolean x = next.transposes() ? mirrorsY() : mirrorsX();
        boolean y = next.transposes() ? mirrorsX() : mirrorsY();
        return of(transposes() != next.transposes(), x != next.mirrorsX(), y != next.mirrorsY());
    }

    /** The size of a picture of {@code size} after this turn. */
    public PixelSize turn(PixelSize size) {
        return transposes() ? size.transposed() : size;
    }

    /** The size before this turn of a picture that is {@code turned} after it. */
    public PixelSize unturn(PixelSize turned) {
        return turn(turned);
    }

    /** Where a part of the turned picture lies before the turn; {@code turned} is the size of the whole turned picture. */
    public PixelRect unturn(PixelRect part, PixelSize turned) {
        int left = mirrorsX() ? turned.width() - part.left() - part.width() : part.left();
        int top = mirrorsY() ? turned.height() - part.top() - part.height() : part.top();
        return transposes()
                ? new PixelRect(top, left, part.height(), part.width())
                : new PixelRect(left, top, part.width(), part.height());
    }

    private static Orientation of(boolean transposes, boolean mirrorsX, boolean mirrorsY) {
        for (Orientation orientation : values()) {
            if (orientation.transposes() == transposes
                    && orientation.mirrorsX() == mirrorsX
                    && orientation.mirrorsY() == mirrorsY) {
                return orientation;
            }
        }
        throw new IllegalStateException("the eight turns are all there are");
    }
}

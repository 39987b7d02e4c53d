package latent.key;

import java.util.Arrays;
import latent.image.Orientation;

/** Clockwise quarter turns of the upright picture, before the resize. */
public enum Rotation implements Option {
    QUARTER(90, Orientation.RIGHT_TOP),
    HALF(180, Orientation.BOTTOM_RIGHT),
    THREE_QUARTERS(270, Orientation.LEFT_BOTTOM);

    static final OptionKind<Rotation> KIND = OptionKind.of(
                    Rotation.class,
                    "r-(90|180|270)",
                    Rotation::read,
                    rotation -> "r-" + rotation.degrees,
                    new Capability("A rotation"))
            .documented(
                    "r-N",
                    "The upright picture is turned clockwise; the box is that of the turned picture.",
                    "N in degrees: 90, 180 or 270",
                    "r-90",
                    "r-0",
                    "r-45");

    private final int degrees;
    private final Orientation turn;

    Rotation(int degrees, Orientation turn) {
        this.degrees = degrees;
        this.turn = turn;
    }

    /** The same as a turn of pixels. */
    public Orientation turn() {
        return turn;
    }

    private static Rotation read(String argument) {
        return Arrays.stream(values())
                .filter(rotation -> rotation.degrees == Integer.parseInt(argument))
                .findFirst()
                .orElseThrow();
    }
}

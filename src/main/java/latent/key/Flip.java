package latent.key;

import latent.image.Orientation;

/** Mirror image, after the rotation and before the resize. */
public enum Flip implements Option {
    HORIZONTAL("flip-h", Orientation.TOP_RIGHT),
    VERTICAL("flip-v", Orientation.BOTTOM_LEFT);

    static final OptionKind<Flip> KIND = OptionKind.of(
                    Flip.class,
                    "flip-[hv]",
                    way -> way.equals("h") ? HORIZONTAL : VERTICAL,
                    flip -> flip.token,
                    new Capability("A flip"))
            .documented(
                    "flip-h, flip-v",
                    "The picture is mirrored after its rotation: left and right, or top and bottom, change places.",
                    "",
                    "flip-h",
                    "flip");

    private final String token;
    private final Orientation turn;

    Flip(String token, Orientation turn) {
        this.token = token;
        this.turn = turn;
    }

    /** The same as a turn of pixels. */
    public Orientation turn() {
        return turn;
    }
}

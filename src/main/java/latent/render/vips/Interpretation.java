package latent.render.vips;

import java.util.List;

/** How libvips understands a picture's bands: those of its VipsInterpretation that decoders give us. */
enum Interpretation {
    GRAY("b-w", 1),
    CMYK("cmyk", 15),
    SRGB("srgb", 22),
    RGB_16("rgb16", 25),
    GRAY_16("grey16", 26),
    /** Linear light with the primaries of sRGB, in floating point. */
    LIGHT("scrgb", 28);

    /** Those that stand for light by the curve of sRGB, or of something near enough to mix by. */
    static final List<Interpretation> OF_LIGHT = List.of(GRAY, SRGB, RGB_16, GRAY_16);

    private final String nick;
    private final int number;

    Interpretation(String nick, int number) {
        this.nick = nick;
        this.number = number;
    }

    String nick() {
        return nick;
    }

    /** In the C enumeration. */
    int number() {
        return number;
    }
}

package latent.render.vips;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How libvips understands a picture's bands: those of its VipsInterpretation that decoders give us. */
enum Interpretation {
    GRAY("b-w", 1, 1),
    CMYK("cmyk", 15, 4),
    SRGB("srgb", 22, 3),
    RGB_16("rgb16", 25, 3),
    GRAY_16("grey16", 26, 1),
    /** Linear light with the primaries of sRGB, in floating point. */
    LIGHT("scrgb", 28, 3);

    /** Those that stand for light by the curve of sRGB, or of something near enough to mix by. */
    static final List<Interpretation> OF_LIGHT = List.of(GRAY, SRGB, RGB_16, GRAY_16);

    private final String nick;
    private final int number;
    private final int channels;

    Interpretation(String nick, int number, int channels) {
        this.nick = nick;
        this.number = number;
        this.channels = channels;
    }

    /** How a picture from a decoder is understood; empty where it is none of these. */
    static Optional<Interpretation> of(Picture picture) {
        return Stream.of(values()).filter(picture::is).findFirst();
    }

    String nick() {
        return nick;
    }

    /** Bands of colour, without alpha. */
    int channels() {
        return channels;
    }

    /** In the C enumeration. */
    int number() {
        return number;
    }
}

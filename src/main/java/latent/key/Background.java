package latent.key;

/** The colour behind what is transparent or padded; white for a format without transparency when absent, else transparent. */
public record Background(Rgb colour) implements Option {
    static final OptionKind<Background> KIND = OptionKind.of(
                    Background.class,
                    "bg-[0-9a-f]{6}",
                    hex -> new Background(Rgb.ofHex(hex)),
                    back -> "bg-" + back.colour.hex())
            .documented(
                    "bg-RRGGBB",
                    "The colour behind what is transparent or padded. Without it that is white in a JPEG, and stays transparent in"
                            + " every other format.",
                    "RRGGBB, an sRGB colour in six hexadecimal digits, lower case",
                    "pad_bg-ffffff",
                    "bg-fff",
                    "bg-FFFFFF");
}

package latent.key;

import latent.image.ImageFormat;

/** {@code keep-icc}, {@code keep-copyright}, {@code q-80}, {@code max-20000}: tokens into an encoding and back. */
final class EncodingTokens {
    private EncodingTokens() {}

    static Encoding read(Options options, ImageFormat format) {
        return new Encoding(
                format,
                options.argument(Option.QUALITY).map(EncodingTokens::quality).orElseGet(Quality.Default::new),
                options.number(Option.MAX_BYTES),
                options.has(Option.KEEP_ICC),
                options.has(Option.KEEP_COPYRIGHT));
    }

    static void write(Encoding encoding, Options options) {
        if (encoding.keepIcc()) {
            options.spell(Option.KEEP_ICC, "keep-icc");
        }
        if (encoding.keepCopyright()) {
            options.spell(Option.KEEP_COPYRIGHT, "keep-copyright");
        }
        switch (encoding.quality()) {
            case Quality.Default unspelt -> {}
            case Quality.Fixed fixed -> options.spell(Option.QUALITY, "q-" + fixed.value());
            case Quality.Auto auto -> options.spell(Option.QUALITY, "q-auto");
        }
        encoding.maxBytes().ifPresent(bytes -> options.spell(Option.MAX_BYTES, "max-" + bytes));
    }

    private static Quality quality(String argument) {
        return argument.equals("auto") ? new Quality.Auto() : new Quality.Fixed(Integer.parseInt(argument));
    }
}

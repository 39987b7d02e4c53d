package latent.key;

/** {@code fill}, {@code up}, {@code g-no}, {@code c-800-600-0-0}, {@code dpr-2}: tokens into a framing and back. */
final class FramingTokens {
    private FramingTokens() {}

    static Framing read(Options options) {
        Fit fit = switch (options.token(Option.FIT).orElse("fit")) {
            case "fill" -> Fit.FILL;
            case "pad" -> Fit.PAD;
            case "force" -> Fit.FORCE;
            default -> Fit.FIT;
        };
        return new Framing(
                fit,
                options.has(Option.UP),
                GravityToken.read(options.argument(Option.GRAVITY)),
                options.argument(Option.CROP).map(FramingTokens::cropBox),
                options.number(Option.DPR).orElse(1));
    }

    static void write(Framing framing, Options options) {
        switch (framing.fit()) {
            case FIT -> {}
            case FILL -> options.spell(Option.FIT, "fill");
            case PAD -> options.spell(Option.FIT, "pad");
            case FORCE -> options.spell(Option.FIT, "force");
        }
        if (framing.enlarge()) {
            options.spell(Option.UP, "up");
        }
        GravityToken.write(framing.gravity()).ifPresent(token -> options.spell(Option.GRAVITY, token));
        framing.crop().ifPresent(crop -> options.spell(Option.CROP, token(crop)));
        if (framing.dpr() > 1) {
            options.spell(Option.DPR, "dpr-" + framing.dpr());
        }
    }

    private static CropBox cropBox(String argument) {
        String[] part = argument.split("-", -1);
        return new CropBox(
                Integer.parseInt(part[0]),
                Integer.parseInt(part[1]),
                Integer.parseInt(part[2]),
                Integer.parseInt(part[3]));
    }

    private static String token(CropBox crop) {
        return "c-%d-%d-%d-%d".formatted(crop.width(), crop.height(), crop.left(), crop.top());
    }
}

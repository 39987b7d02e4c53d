package latent.key;

/** The original's colour profile stays, instead of a conversion to sRGB. */
public record KeepIcc() implements Option {
    public static final Capability CAPABILITY = new Capability("Keeping the colour profile");

    static final OptionKind KIND = OptionKind.of("keep-icc", token -> new KeepIcc(), CAPABILITY)
            .documented(
                    "keep-icc",
                    "The original's colour profile and its colours stay. Without it they are converted to sRGB, and no profile is written.",
                    "",
                    "keep-icc",
                    "keep-exif");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "keep-icc";
    }
}

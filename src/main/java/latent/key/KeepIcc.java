package latent.key;

/** The original's colour profile stays, instead of a conversion to sRGB. */
public record KeepIcc() implements Option {
    public static final Capability CAPABILITY = new Capability("Keeping the colour profile");

    static final OptionKind<KeepIcc> KIND = OptionKind.flag(KeepIcc.class, "keep-icc", KeepIcc::new, CAPABILITY)
            .documented(
                    "keep-icc",
                    "The original's colour profile and its colours stay. Without it they are converted to sRGB, and no profile is written.",
                    "",
                    "keep-icc",
                    "keep-exif");
}

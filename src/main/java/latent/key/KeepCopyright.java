package latent.key;

/** The copyright notice stays, the only metadata that may. */
public record KeepCopyright() implements Option {
    public static final Capability CAPABILITY = new Capability("Keeping the copyright notice");

    static final OptionKind<KeepCopyright> KIND = OptionKind.flag(
                    KeepCopyright.class, "keep-copyright", KeepCopyright::new, CAPABILITY)
            .documented(
                    "keep-copyright",
                    "The copyright notice of the original's Exif data stays. No other metadata ever does.",
                    "",
                    "keep-copyright",
                    "keep-copyright_keep-icc");
}

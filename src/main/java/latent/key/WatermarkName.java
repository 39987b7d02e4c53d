package latent.key;

/** The watermark of that name in the configuration is laid into the lower right corner. */
public record WatermarkName(String name) implements Option {
    static final OptionKind<WatermarkName> KIND = OptionKind.of(
                    WatermarkName.class,
                    "wm-[a-z][a-z0-9]{0,31}",
                    WatermarkName::new,
                    mark -> "wm-" + mark.name,
                    new Capability("A watermark"))
            .documented(
                    "wm-NAME",
                    "The watermark of that name in the configuration stands in the lower right corner, on at most a quarter of each"
                            + " side. A name that is not configured, or whose file is missing or damaged, is answered with 404.",
                    "NAME, a small letter and up to 31 small letters and digits",
                    "wm-logo",
                    "wm-Logo",
                    "wm-1");
}

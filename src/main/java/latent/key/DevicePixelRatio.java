package latent.key;

/**
 * Device pixels per CSS pixel.
 *
 * @param factor 1 to 4, by which both sides of the box are multiplied; 1 is the default
 */
public record DevicePixelRatio(int factor) implements Option {
    static final OptionKind<DevicePixelRatio> KIND = OptionKind.number(
                    DevicePixelRatio.class, "dpr-", "[234]", DevicePixelRatio::new, DevicePixelRatio::factor)
            .documented(
                    "dpr-N",
                    "Device pixels per CSS pixel: both sides of the box are multiplied by it.",
                    "N, 2 to 4",
                    "dpr-2",
                    "dpr-1",
                    "dpr-5");

    @Override
    public boolean isDefault() {
        return factor == 1;
    }
}

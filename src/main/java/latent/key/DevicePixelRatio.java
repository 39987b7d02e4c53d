package latent.key;

/**
 * Device pixels per CSS pixel.
 *
 * @param factor 1 to 4, by which both sides of the box are multiplied; 1 is the default
 */
public record DevicePixelRatio(int factor) implements Option {
    static final OptionKind KIND = OptionKind.of(
                    "dpr-[234]", argument -> new DevicePixelRatio(Integer.parseInt(argument)))
            .documented(
                    "dpr-N",
                    "Device pixels per CSS pixel: both sides of the box are multiplied by it.",
                    "N, 2 to 4",
                    "dpr-2",
                    "dpr-1",
                    "dpr-5");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "dpr-" + factor;
    }

    @Override
    public boolean isDefault() {
        return factor == 1;
    }
}

package latent.key;

/**
 * Sharpening, by unsharp masking.
 *
 * @param strengthTenths 1 to 100
 */
public record Sharpen(int strengthTenths) implements Effect {
    static final OptionKind<Sharpen> KIND = OptionKind.number(
                    Sharpen.class,
                    "sharpen-",
                    "([1-9][0-9]?|100)",
                    Sharpen::new,
                    Sharpen::strengthTenths,
                    new Capability("Sharpening"))
            .documented(
                    "sharpen-N",
                    "The resized picture is sharpened by unsharp masking.",
                    "N, its strength in tenths, 1 to 100",
                    "sharpen-10",
                    "sharpen-0",
                    "sharpen-101");
}

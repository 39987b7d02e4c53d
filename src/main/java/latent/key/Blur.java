package latent.key;

/**
 * A Gaussian blur.
 *
 * @param sigmaTenths in tenths of a pixel of the rendition, 1 to 500
 */
public record Blur(int sigmaTenths) implements Effect {
    static final OptionKind<Blur> KIND = OptionKind.number(
                    Blur.class,
                    "blur-",
                    "([1-9][0-9]?|[1-4][0-9][0-9]|500)",
                    Blur::new,
                    Blur::sigmaTenths,
                    new Capability("A blur"))
            .documented(
                    "blur-N",
                    "A Gaussian blur of the resized picture.",
                    "N, its sigma in tenths of a pixel of the rendition, 1 to 500",
                    "blur-15",
                    "blur-0",
                    "blur-501");
}

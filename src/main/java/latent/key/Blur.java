package latent.key;

/**
 * A Gaussian blur.
 *
 * @param sigmaTenths in tenths of a pixel of the rendition, 1 to 500
 */
public record Blur(int sigmaTenths) implements Effect {
    static final OptionKind KIND = OptionKind.of(
                    "blur-([1-9][0-9]?|[1-4][0-9][0-9]|500)",
                    argument -> new Blur(Integer.parseInt(argument)),
                    new Capability("A blur"))
            .documented(
                    "blur-N",
                    "A Gaussian blur of the resized picture.",
                    "N, its sigma in tenths of a pixel of the rendition, 1 to 500",
                    "blur-15",
                    "blur-0",
                    "blur-501");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "blur-" + sigmaTenths;
    }
}

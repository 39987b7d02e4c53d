package latent.key;

/**
 * A border of one colour is cut away before the resize.
 *
 * @param tolerancePercent of the channel range, 1 to 99
 */
public record Trim(int tolerancePercent) implements Option {
    static final OptionKind<Trim> KIND = OptionKind.number(
                    Trim.class,
                    "trim-",
                    "[1-9][0-9]?",
                    Trim::new,
                    Trim::tolerancePercent,
                    new Capability("A trimmed border"))
            .documented(
                    "trim-N",
                    "A border of the colour of the upper left corner is cut away before the resize.",
                    "N, the tolerance in per cent of the channel range, 1 to 99",
                    "trim-10",
                    "trim-0",
                    "trim-100");
}

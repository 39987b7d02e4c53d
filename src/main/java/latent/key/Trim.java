package latent.key;

/**
 * A border of one colour is cut away before the resize.
 *
 * @param tolerancePercent of the channel range, 1 to 99
 */
public record Trim(int tolerancePercent) implements Option {
    static final OptionKind KIND = OptionKind.of(
                    "trim-[1-9][0-9]?",
                    argument -> new Trim(Integer.parseInt(argument)),
                    new Capability("A trimmed border"))
            .documented(
                    "trim-N",
                    "A border of the colour of the upper left corner is cut away before the resize.",
                    "N, the tolerance in per cent of the channel range, 1 to 99",
                    "trim-10",
                    "trim-0",
                    "trim-100");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "trim-" + tolerancePercent;
    }
}

package latent.key;

/** A picture smaller than its box may be enlarged. */
public record Enlarge() implements Option {
    static final OptionKind KIND = OptionKind.of("up", token -> new Enlarge())
            .documented(
                    "up",
                    "A picture smaller than its box is enlarged. Without it no picture is; a drawing (SVG) always fills its box.",
                    "",
                    "up",
                    "up-2");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "up";
    }
}

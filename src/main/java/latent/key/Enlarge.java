package latent.key;

/** A picture smaller than its box may be enlarged. */
public record Enlarge() implements Option {
    static final OptionKind<Enlarge> KIND = OptionKind.flag(Enlarge.class, "up", Enlarge::new)
            .documented(
                    "up",
                    "A picture smaller than its box is enlarged. Without it no picture is; a drawing (SVG) always fills its box.",
                    "",
                    "up",
                    "up-2");
}

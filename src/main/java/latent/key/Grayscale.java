package latent.key;

/** No colours, only their luminance. */
public record Grayscale() implements Effect {
    static final OptionKind<Grayscale> KIND = OptionKind.flag(
                    Grayscale.class, "gray", Grayscale::new, new Capability("Grayscale"))
            .documented("gray", "Colours become the gray of their luminance.", "", "gray", "grey");
}

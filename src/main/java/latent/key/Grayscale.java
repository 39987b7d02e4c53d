package latent.key;

/** No colours, only their luminance. */
public record Grayscale() implements Effect {
    static final OptionKind KIND = OptionKind.of("gray", token -> new Grayscale(), new Capability("Grayscale"))
            .documented("gray", "Colours become the gray of their luminance.", "", "gray", "grey");

    @Override
    public OptionKind kind() {
        return KIND;
    }

    @Override
    public String token() {
        return "gray";
    }
}

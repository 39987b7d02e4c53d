package latent.key;

/** All that turns an original into one rendition. */
public record Transformation(Box box, Framing framing, Adjustments adjustments, Encoding encoding) {
    /** The box in device pixels. */
    public Box deviceBox() {
        return box.times(framing.dpr());
    }
}

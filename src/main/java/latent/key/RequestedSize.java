package latent.key;

/** The size that a key asks for, in CSS pixels; 0 leaves a side to the aspect ratio, and only one side may be left free. */
public record RequestedSize(int width, int height) {
    public RequestedSize {
        if (width < 0 || height < 0 || (width == 0 && height == 0)) {
            throw new IllegalArgumentException("a box of " + width + "x" + height);
        }
    }

    public boolean fixed() {
        return width > 0 && height > 0;
    }

    /** The box in device pixels. */
    public RequestedSize times(int dpr) {
        return new RequestedSize(width * dpr, height * dpr);
    }
}

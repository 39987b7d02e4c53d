package latent.image;

/** Width and height of a picture, in pixels; both are at least 1. */
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels");
        }
    }

    public long pixels() {
        return (long) width * height;
    }

    /** How many times each side, at least, is as long as that of another size. */
    public double times(PixelSize other) {
        return Math.min((double) width / other.width, (double) height / other.height);
    }

    public PixelSize transposed() {
        return new PixelSize(height, width);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}

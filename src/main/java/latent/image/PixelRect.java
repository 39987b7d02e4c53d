package latent.image;

/** A part of a picture, in its pixels; left and top count from its upper left corner. */
public record PixelRect(int left, int top, int width, int height) {
    public PixelRect {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("a part of " + width + "x" + height + " at " + left + "," + top);
        }
    }

    /** The whole of a picture. */
    public static PixelRect whole(PixelSize size) {
        return new PixelRect(0, 0, size.width(), size.height());
    }

    public PixelSize size() {
        return new PixelSize(width, height);
    }

    public PixelRect moved(int right, int down) {
        return new PixelRect(left + right, top + down, width, height);
    }
}

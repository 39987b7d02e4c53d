package latent.image;

/**
 * What the first bytes of a picture say of it, before any pixel is decoded.
 *
 * @param format      by content, never by name
 * @param stored      size of the pixel grid as stored, before orientation
 * @param orientation how to turn it upright
 * @param frames      number of frames as far as the header tells; 1 for a still
 * @param interlaced  progressive JPEG or interlaced PNG: decoding holds the whole picture in memory
 */
public record ImageHeader(
        ImageFormat format, PixelSize stored, Orientation orientation, int frames, boolean interlaced) {

    /** The same of a file of another format, which this one holds. */
    public ImageHeader of(ImageFormat inside) {
        return new ImageHeader(inside, stored, orientation, frames, interlaced);
    }

    /** Size of the upright picture. */
    public PixelSize upright() {
        return orientation.turn(stored);
    }
}

package latent.image;

/**
 * What the header of a picture tells, before any pixel is decoded.
 *
 * @param format      by content, never by name
 * @param stored      size of the pixel grid as the decoder hands it out, before orientation
 * @param codedPixels of one frame as it is coded: what decoding takes memory and time for. More than the stored ones where a decoder cuts, as it
 *                    does with AVIF and HEIC
 * @param orientation how to turn it upright; of AVIF and HEIC the decoder has done that
 * @param frames      of an animation, as far as the header tells; 1 for a still, also for the first page of many
 * @param interlaced  progressive JPEG or interlaced PNG: decoding holds the whole picture in memory
 * @param deep        HEIC of more than eight bits a channel, of which decoding takes more memory
 */
public record ImageHeader(
        ImageFormat format,
        PixelSize stored,
        long codedPixels,
        Orientation orientation,
        int frames,
        boolean interlaced,
        boolean deep) {
    /** A header of a picture of eight bits a channel, or of a format for which it makes no difference. */
    public ImageHeader(
            ImageFormat format,
            PixelSize stored,
            long codedPixels,
            Orientation orientation,
            int frames,
            boolean interlaced) {
        this(format, stored, codedPixels, orientation, frames, interlaced, false);
    }

    /** A header of a picture whose decoder hands out all coded pixels. */
    public ImageHeader(ImageFormat format, PixelSize stored, Orientation orientation, int frames, boolean interlaced) {
        this(format, stored, stored.pixels(), orientation, frames, interlaced);
    }

    /** The same header for the file inside of this one, such as a PNG in an icon. */
    public ImageHeader of(ImageFormat inside) {
        return new ImageHeader(inside, stored, orientation, frames, interlaced);
    }

    /** Size of the upright picture. */
    public PixelSize upright() {
        return orientation.turn(stored);
    }
}

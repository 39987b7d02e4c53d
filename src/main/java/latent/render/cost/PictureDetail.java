package latent.render.cost;

import latent.image.ImageHeader;

/** How much detail a picture has, estimated by its file's size: 0 for one colour, 1 for a photograph that is in focus everywhere. */
final class PictureDetail {
    private PictureDetail() {}

    /**
     * The detail of a picture that is shown on so many pixels; one that is enlarged has less, though new colours come up between its own.
     *
     * @param fileBytes size of the original's file
     */
    static double of(ImageHeader header, long fileBytes, double scaledPixels) {
        double stored = header.stored().pixels();
        double shown = scaledPixels > stored ? Math.sqrt(scaledPixels * stored) : stored;
        double pixels = shown * header.frames();
        return Math.min(1, fileBytes / pixels / FormatCost.of(header.format()).busyBytesPerPixel());
    }
}

package latent.render.cost;

import latent.image.ImageFormat;
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
        return Math.min(1, fileBytes / pixels / busyBytesPerPixel(header.format()));
    }

    /** What a busy photograph takes, at the qualities that are usual. */
    static double busyBytesPerPixel(ImageFormat format) {
        return switch (format) {
            case JPEG -> 0.2;
            case WEBP -> 0.12;
            case AVIF, HEIC -> 0.08;
            case PNG, TIFF, BMP, ICO -> 2;
            case GIF -> 0.7;
            // shapes have few colours however long their description is
            case SVG -> Double.MAX_VALUE;
        };
    }
}

package latent.render;

import latent.image.ImageFormat;

/**
 * What a deployment may tune, for whichever engine renders.
 *
 * @param jpegQuality     1 to 100, where the key does not say; each on its encoder's own scale
 * @param autoSimilarityPerMille structural similarity that {@code q-auto} reaches, in thousandths
 * @param maxFrames       of an animation
 * @param maxFramesPixels of all its frames together
 * @param drawsSvg        SVG originals are drawn; else refused
 */
public record RenderSettings(
        int jpegQuality,
        int webpQuality,
        int avifQuality,
        JpegCoding jpegCoding,
        int autoSimilarityPerMille,
        int maxFrames,
        long maxFramesPixels,
        boolean drawsSvg) {
    public static final RenderSettings DEFAULT =
            new RenderSettings(80, 80, 50, JpegCoding.PROGRESSIVE, 960, 1_000, 100_000_000, false);

    int quality(ImageFormat format) {
        return switch (format) {
            case JPEG -> jpegQuality;
            case WEBP -> webpQuality;
            case AVIF -> avifQuality;
            case PNG, GIF, TIFF, HEIC, SVG -> 100;
        };
    }

    /** The same, with SVG originals drawn. */
    public RenderSettings drawingSvg() {
        return new RenderSettings(
                jpegQuality,
                webpQuality,
                avifQuality,
                jpegCoding,
                autoSimilarityPerMille,
                maxFrames,
                maxFramesPixels,
                true);
    }

    /** For the command line of a render worker; {@link #parse} is its inverse. */
    public String print() {
        return jpegQuality + "," + webpQuality + "," + avifQuality + "," + jpegCoding + "," + autoSimilarityPerMille
                + "," + maxFrames + "," + maxFramesPixels + "," + drawsSvg;
    }

    public static RenderSettings parse(String printed) {
        String[] parts = printed.split(",", -1);
        return new RenderSettings(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                JpegCoding.valueOf(parts[3]),
                Integer.parseInt(parts[4]),
                Integer.parseInt(parts[5]),
                Long.parseLong(parts[6]),
                Boolean.parseBoolean(parts[7]));
    }
}

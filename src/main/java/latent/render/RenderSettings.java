package latent.render;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latent.image.ImageFormat;

/**
 * Settings of renders, for any engine.
 *
 * @param qualities       1 to 100, where the key does not say; each on its encoder's own scale; a format that is not there has its default
 * @param autoSimilarityPerMille structural similarity that {@code q-auto} reaches, in thousandths
 * @param maxFrames       of an original that is rendered as an animation
 * @param maxAnimationPixels of all these frames together, before the resize: they are in memory at one time
 * @param drawsSvg        SVG originals are drawn; else refused
 * @param libheif         what decodes HEIC, where there is one
 */
public record RenderSettings(
        Map<ImageFormat, Integer> qualities,
        JpegCoding jpegCoding,
        int autoSimilarityPerMille,
        int maxFrames,
        long maxAnimationPixels,
        boolean drawsSvg,
        Optional<Path> libheif) {
    public static final RenderSettings DEFAULT =
            new RenderSettings(Map.of(), JpegCoding.PROGRESSIVE, 960, 1_000, 100_000_000, false);

    public RenderSettings {
        qualities = Map.copyOf(qualities);
    }

    /** Without a libheif. */
    public RenderSettings(
            Map<ImageFormat, Integer> qualities,
            JpegCoding jpegCoding,
            int autoSimilarityPerMille,
            int maxFrames,
            long maxAnimationPixels,
            boolean drawsSvg) {
        this(qualities, jpegCoding, autoSimilarityPerMille, maxFrames, maxAnimationPixels, drawsSvg, Optional.empty());
    }

    /** Of a format where the key does not say, 1 to 100. */
    public int quality(ImageFormat format) {
        return qualities.getOrDefault(format, format.defaultQuality());
    }

    /** The same with another coding of JPEGs. */
    public RenderSettings withCoding(JpegCoding coding) {
        return new RenderSettings(
                qualities, coding, autoSimilarityPerMille, maxFrames, maxAnimationPixels, drawsSvg, libheif);
    }

    /** The same, with SVG originals drawn. */
    public RenderSettings drawingSvg() {
        return new RenderSettings(
                qualities, jpegCoding, autoSimilarityPerMille, maxFrames, maxAnimationPixels, true, libheif);
    }

    /** The same, with HEIC originals decoded by the library of this file, if there is one. */
    public RenderSettings withLibheif(Optional<Path> library) {
        return new RenderSettings(
                qualities, jpegCoding, autoSimilarityPerMille, maxFrames, maxAnimationPixels, drawsSvg, library);
    }

    /** For the command line of a render worker; {@link #parse} is its inverse. */
    public String print() {
        String each = qualities.entrySet().stream()
                .map(quality -> quality.getKey() + "=" + quality.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
        return each + "," + jpegCoding + "," + autoSimilarityPerMille + "," + maxFrames + "," + maxAnimationPixels + ","
                + drawsSvg + "," + libheif.map(Path::toString).orElse("");
    }

    public static RenderSettings parse(String printed) {
        String[] parts = printed.split(",", 7); // a path may have commas
        return new RenderSettings(
                Stream.of(parts[0].split(";", -1))
                        .filter(each -> !each.isEmpty())
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(
                                each -> ImageFormat.valueOf(each[0]), each -> Integer.parseInt(each[1]))),
                JpegCoding.valueOf(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Long.parseLong(parts[4]),
                Boolean.parseBoolean(parts[5]),
                Optional.of(parts[6]).filter(path -> !path.isEmpty()).map(Path::of));
    }
}

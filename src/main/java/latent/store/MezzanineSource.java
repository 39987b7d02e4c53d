package latent.store;

import java.util.Map;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.image.Orientation;
import latent.image.PixelSize;

/**
 * What a mezzanine was made from, as its object's metadata tell it.
 *
 * @param eTag   version of the original, quoted
 * @param bytes  size of the original's file
 * @param header of the original, which is a JPEG
 */
public record MezzanineSource(String eTag, long bytes, ImageHeader header) {
    private static final String SOURCE_BYTES = "source-bytes";
    private static final String SOURCE_WIDTH = "source-width";
    private static final String SOURCE_HEIGHT = "source-height";
    private static final String SOURCE_ORIENTATION = "source-orientation";
    private static final String SOURCE_PROGRESSIVE = "source-progressive";

    Map<String, String> metadata() {
        return Map.of(
                RenditionSource.SOURCE_ETAG,
                eTag,
                SOURCE_BYTES,
                Long.toString(bytes),
                SOURCE_WIDTH,
                Integer.toString(header.stored().width()),
                SOURCE_HEIGHT,
                Integer.toString(header.stored().height()),
                SOURCE_ORIENTATION,
                Integer.toString(header.orientation().exif()),
                SOURCE_PROGRESSIVE,
                Boolean.toString(header.interlaced()));
    }

    /** Reads what {@link #metadata} has written; empty for the metadata of an object that is no mezzanine. */
    public static Optional<MezzanineSource> of(Map<String, String> metadata) {
        try {
            String eTag = metadata.getOrDefault(RenditionSource.SOURCE_ETAG, "");
            ImageHeader header = new ImageHeader(
                    ImageFormat.JPEG,
                    new PixelSize(number(metadata, SOURCE_WIDTH), number(metadata, SOURCE_HEIGHT)),
                    Orientation.ofExif(number(metadata, SOURCE_ORIENTATION)),
                    1,
                    Boolean.parseBoolean(metadata.getOrDefault(SOURCE_PROGRESSIVE, "")));
            long bytes = Long.parseLong(metadata.getOrDefault(SOURCE_BYTES, ""));
            return eTag.isEmpty() ? Optional.empty() : Optional.of(new MezzanineSource(eTag, bytes, header));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static int number(Map<String, String> metadata, String name) {
        return Integer.parseInt(metadata.getOrDefault(name, ""));
    }
}

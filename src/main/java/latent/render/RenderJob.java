package latent.render;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.Transformation;

/**
 * The input of one render: the original, the transformation, and perhaps a watermark.
 *
 * @param original  its header has passed the gate; its file may be a picture already decoded, which {@code reuse} tells
 * @param watermark the watermark that the transformation names; its header has passed the same gate
 * @param reuse     what it shares with other renders of the original
 * @param coding    of a JPEG that is made, where it is to be another than the settings say
 */
public record RenderJob(
        SourceFile<byte[]> original,
        Transformation transformation,
        Optional<SourceFile<byte[]>> watermark,
        DecodeReuse reuse,
        Optional<JpegCoding> coding) {
    /** A render with the coding of the settings. */
    public RenderJob(
            SourceFile<byte[]> original,
            Transformation transformation,
            Optional<SourceFile<byte[]>> watermark,
            DecodeReuse reuse) {
        this(original, transformation, watermark, reuse, Optional.empty());
    }

    /** A render that shares nothing. */
    public RenderJob(
            SourceFile<byte[]> original, Transformation transformation, Optional<SourceFile<byte[]>> watermark) {
        this(original, transformation, watermark, DecodeReuse.NONE);
    }

    /** A render without a watermark. */
    public static RenderJob of(byte[] original, ImageHeader header, Transformation transformation) {
        return new RenderJob(new SourceFile<>(original, header), transformation, Optional.empty());
    }

    /** Of the original. */
    public ImageHeader header() {
        return original.header();
    }
}

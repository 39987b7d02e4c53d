package latent.render;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.Transformation;

/**
 * One render: bytes in, and what to make of them.
 *
 * @param original  the whole file; its header has passed the gate
 * @param header    what the gate read from it
 * @param watermark the whole file of the watermark that the transformation names
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on, never compared
public record RenderJob(
        byte[] original, ImageHeader header, Transformation transformation, Optional<byte[]> watermark) {}

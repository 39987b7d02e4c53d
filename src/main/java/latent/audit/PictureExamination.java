package latent.audit;

import java.util.Optional;
import latent.image.ImageFormat;
import latent.image.ImageHeader;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.Engine;
import latent.render.RenderJob;
import latent.render.header.HeaderGate;

/** Examines the bytes of a rendition: passes the header through the gate, then decodes all pixels. Thread-safe. */
public final class PictureExamination {
    private final HeaderGate gate;
    private final Engine engine;
    private final Transformation small;

    /** @param small the transformation that pictures are rendered with: any small size in a format that every engine writes */
    public PictureExamination(HeaderGate gate, Engine engine, Transformation small) {
        this.gate = gate;
        this.engine = engine;
        this.small = small;
    }

    /**
     * The result for one file.
     *
     * @param format  by the first bytes; empty when the header is broken or unknown
     * @param damage  why the file is not a whole picture; empty when it is, or the engine cannot tell
     * @param decoded whether the picture was decoded
     */
    record Seen(Optional<ImageFormat> format, Optional<String> damage, boolean decoded) {}

    Seen look(byte[] bytes) {
        ImageHeader header;
        try {
            header = gate.admit(bytes);
        } catch (Refusal refusal) {
            return new Seen(Optional.empty(), Optional.of(String.valueOf(refusal.getMessage())), false);
        }
        Optional<ImageFormat> format = Optional.of(header.format());
        if (!engine.capabilities().reads().contains(header.format())) {
            return new Seen(format, Optional.empty(), false);
        }
        try {
            engine.render(RenderJob.of(bytes, header, small));
            return new Seen(format, Optional.empty(), true);
        } catch (Refusal refusal) {
            boolean damaged = refusal.reason() == Reason.NOT_A_PICTURE;
            return new Seen(
                    format, damaged ? Optional.of(String.valueOf(refusal.getMessage())) : Optional.empty(), damaged);
        }
    }
}

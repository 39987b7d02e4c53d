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

/** Looks at the bytes of a rendition as if it were an original: header by header, then decoded to the last pixel. Thread-safe. */
public final class PictureExamination {
    private final HeaderGate gate;
    private final Engine engine;
    private final Transformation small;

    /** @param small what pictures are decoded for: any small size of a format that every engine writes */
    public PictureExamination(HeaderGate gate, Engine engine, Transformation small) {
        this.gate = gate;
        this.engine = engine;
        this.small = small;
    }

    /**
     * What the bytes are.
     *
     * @param format  by the first bytes; empty where they are of no format of ours
     * @param damage  why they are no whole picture; empty where they are one, or nobody here can tell
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

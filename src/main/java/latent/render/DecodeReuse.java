package latent.render;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a render shares the decoding of its original with other renders of it.
 *
 * @param given  the original's file is not its file but the samples of this picture
 * @param wanted gets what was decoded, where the engine hands it out and it is worth that; at most once, and only when all of it was decoded well
 */
public record DecodeReuse(Optional<ShrunkPicture.Form> given, Optional<Consumer<ShrunkPicture<byte[]>>> wanted) {
    public static final DecodeReuse NONE = new DecodeReuse(Optional.empty(), Optional.empty());

    /** A render that begins with a picture. */
    public static DecodeReuse from(ShrunkPicture.Form given) {
        return new DecodeReuse(Optional.of(given), Optional.empty());
    }

    /** A render of the file, of which somebody wants what is decoded. */
    public static DecodeReuse handingOut(Consumer<ShrunkPicture<byte[]>> wanted) {
        return new DecodeReuse(Optional.empty(), Optional.of(wanted));
    }
}

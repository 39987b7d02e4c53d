package latent.lazy;

import latent.key.OriginalKey;

/** The picture that is sent in place of an original that cannot be shown. */
public sealed interface FallbackPicture {
    /** The placeholder that the program draws. */
    record BuiltIn() implements FallbackPicture {}

    /** One of the operator's originals. */
    record OfOriginal(OriginalKey original) implements FallbackPicture {}
}

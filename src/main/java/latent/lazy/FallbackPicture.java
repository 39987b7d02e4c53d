package latent.lazy;

import latent.key.OriginalKey;

/** What is shown where an original cannot be. */
public sealed interface FallbackPicture {
    /** The one that the program draws. */
    record BuiltIn() implements FallbackPicture {}

    /** One of the operator's own, in the bucket of originals. */
    record OfOriginal(OriginalKey original) implements FallbackPicture {}
}

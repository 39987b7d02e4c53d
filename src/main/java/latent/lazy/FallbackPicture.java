package latent.lazy;

import latent.key.OriginalKey;

/** The picture that is sent in place of an original that cannot be shown. */
public sealed interface FallbackPicture {
    /** The placeholder that the program draws. */
    record BuiltIn() implements FallbackPicture {}

    /** An original in the operator's bucket. */
    record OfOriginal(OriginalKey original) implements FallbackPicture {}
}

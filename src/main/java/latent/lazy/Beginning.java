package latent.lazy;

import java.util.Optional;

/**
 * What a rendition begins with: the original's mezzanine, where it may be of use, and then the original only where that is not. Closed by one thread.
 */
record Beginning(Optional<Opening> mezzanine, Opening original) implements AutoCloseable {
    static Beginning ofOriginal(Opening original) {
        return new Beginning(Optional.empty(), original);
    }

    @Override
    public void close() {
        mezzanine.ifPresent(Opening::close);
        original.close();
    }
}

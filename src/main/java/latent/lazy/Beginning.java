package latent.lazy;

import java.util.Optional;

/**
 * What a rendition begins with: the original's mezzanine, where it may be of use, and then the original only where that is not. Closed by one thread.
 */
record Beginning(Optional<PendingOriginal> mezzanine, PendingOriginal original) implements AutoCloseable {
    static Beginning ofOriginal(PendingOriginal original) {
        return new Beginning(Optional.empty(), original);
    }

    @Override
    public void close() {
        mezzanine.ifPresent(PendingOriginal::close);
        original.close();
    }
}

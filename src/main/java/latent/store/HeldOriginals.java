package latent.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import latent.key.OriginalKey;
import org.jspecify.annotations.Nullable;

/**
 * Originals that are read once for as long as somebody holds them, because several renditions are made of each. Which version there is now is
 * always asked anew, so what is held for too long is noticed when a rendition of it is stored. Thread-safe.
 */
public final class HeldOriginals implements OriginalStore {
    private final OriginalStore originals;
    private final Map<OriginalKey, Held> held = new ConcurrentHashMap<>();

    public HeldOriginals(OriginalStore originals) {
        this.originals = originals;
    }

    /** An original that is held until this is closed. */
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /** Holds one; its bytes, once they are read, take memory until then. */
    public Hold hold(OriginalKey key) {
        Held mine = new Held();
        // a second one who holds it meanwhile shares it until the first lets go
        Held first = held.putIfAbsent(key, mine);
        return () -> {
            if (first == null) {
                held.remove(key, mine);
            }
        };
    }

    @Override
    public Original open(OriginalKey key, int headBytes) {
        return find(key)
                .flatMap(Held::whole)
                .map(whole -> new Original(
                        key,
                        whole.eTag(),
                        whole.bytes(),
                        whole.bytes() <= headBytes ? whole.head() : Arrays.copyOf(whole.head(), headBytes)))
                .orElseGet(() -> originals.open(key, headBytes));
    }

    @Override
    public Optional<byte[]> read(Original original, long offset, int length) {
        return find(original.key())
                .flatMap(held -> held.of(original))
                .map(bytes -> Arrays.copyOfRange(bytes, (int) offset, (int) offset + length))
                .or(() -> originals.read(original, offset, length));
    }

    @Override
    public Optional<byte[]> fetch(Original original) {
        Optional<Held> mine = find(original.key());
        Optional<byte[]> known = mine.flatMap(held -> held.of(original));
        if (known.isPresent()) {
            return known;
        }
        Optional<byte[]> fetched = originals.fetch(original);
        mine.ifPresent(held -> fetched.ifPresent(bytes -> held.keep(original, bytes)));
        return fetched;
    }

    private Optional<Held> find(OriginalKey key) {
        return Optional.ofNullable(held.get(key));
    }

    @Override
    public Optional<String> version(OriginalKey key) {
        return originals.version(key);
    }

    @Override
    public boolean isCurrent(OriginalKey key, String eTag) {
        return originals.isCurrent(key, eTag);
    }

    /** One original, once all of it has been read; before that a part that is read again is read anew, which is how damage on the way is found. */
    private static final class Held {
        private @Nullable Original whole;

        synchronized Optional<Original> whole() {
            return Optional.ofNullable(whole);
        }

        synchronized Optional<byte[]> of(Original original) {
            return whole().filter(known -> known.eTag().equals(original.eTag())).map(Original::head);
        }

        synchronized void keep(Original original, byte[] bytes) {
            whole = new Original(original.key(), original.eTag(), original.bytes(), bytes);
        }
    }
}

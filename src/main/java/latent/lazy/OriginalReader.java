package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import latent.image.ImageHeader;
import latent.key.OriginalKey;
import latent.refusal.Reason;
import latent.refusal.Refusal;
import latent.render.SourceFile;
import latent.render.header.HeaderGate;
import latent.store.Original;
import latent.store.OriginalStore;

/** Opens originals and reads their headers, before any of them costs memory. Thread-safe. */
final class OriginalReader {
    /** Enough for the header of nearly every file, and for the whole of a small one. */
    private static final int HEAD_BYTES = 64 << 10;

    /** Where a photograph's Exif thumbnail and colour profile push its size further back. */
    private static final int LONG_HEAD_BYTES = 1 << 20;

    /** Long enough to answer a page that shows a missing picture many times, short enough not to hide an upload. */
    private static final Duration KNOWN_MISSING = Duration.ofSeconds(5);

    private final OriginalStore originals;
    private final HeaderGate gate;
    private final Cache<OriginalKey, Boolean> missing = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_MISSING)
            .build();

    OriginalReader(OriginalStore originals, HeaderGate gate) {
        this.originals = originals;
        this.gate = gate;
    }

    /** Refuses what was missing a moment ago, without asking S3 anything. */
    void refuseKnownMissing(OriginalKey key) {
        if (missing.getIfPresent(key) != null) {
            throw new Refusal(Reason.ORIGINAL_MISSING, "There is no original " + key + ".");
        }
    }

    /**
     * Opens an original and lets its header pass the gate.
     *
     * @throws Refusal ORIGINAL_MISSING, or what the gate says
     */
    Opened open(OriginalKey key) {
        try {
            return admit(originals.open(key, HEAD_BYTES)).orElseGet(() -> openLong(key));
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.ORIGINAL_MISSING) {
                missing.put(key, true);
            }
            throw refusal;
        }
    }

    private Opened openLong(OriginalKey key) {
        Original original = originals.open(key, LONG_HEAD_BYTES);
        return admit(original).orElseThrow(() -> {
            confirm(original);
            return new Refusal(Reason.NOT_A_PICTURE, "The original's header has no end.");
        });
    }

    /**
     * Reads the beginning of an original that is to be refused once more, and more of it: a part cannot be compared with the ETag of the whole, and a bit that
     * flipped on the way would make a refusal that caches keep.
     *
     * @throws IllegalStateException when other bytes come; then asking again may help
     */
    void confirm(Original refused) {
        if (refused.whole()) {
            return;
        }
        Original again = originals.open(refused.key(), LONG_HEAD_BYTES);
        byte[] head = refused.head();
        if (!again.eTag().equals(refused.eTag())
                || again.bytes() != refused.bytes()
                || !Arrays.equals(head, 0, head.length, again.head(), 0, Math.min(head.length, again.head().length))) {
            throw new IllegalStateException("two readings of the original " + refused.key() + " differ");
        }
    }

    /**
     * Reads the rest of what was opened, and lets the whole file pass the gate: only then a WebP tells its orientation, and an animation
     * its frames.
     *
     * @return empty when it was replaced since
     */
    Optional<Fetched> fetch(Opened opened) {
        return originals
                .fetch(opened.original())
                .map(bytes -> new Fetched(
                        new SourceFile<>(bytes, gate.admit(bytes, bytes.length).orElse(opened.header())),
                        opened.original().eTag()));
    }

    private Optional<Opened> admit(Original original) {
        try {
            return gate.admit(original.head(), original.bytes()).map(header -> new Opened(original, header));
        } catch (Refusal refusal) {
            confirm(original);
            throw refusal;
        }
    }

    /** An original whose header has passed the gate. */
    record Opened(Original original, ImageHeader header) {}

    /** A whole original. */
    record Fetched(SourceFile<byte[]> file, String eTag) {}
}

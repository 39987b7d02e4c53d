package latent.lazy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
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
    /** Long enough to answer a page that shows a missing picture many times, short enough not to hide an upload. */
    private static final Duration KNOWN_MISSING = Duration.ofSeconds(5);

    private final OriginalStore originals;
    private final OriginalsInUse inUse;
    private final HeaderGate gate;
    private final HeadersOfWholeFiles ofWholeFiles = new HeadersOfWholeFiles();
    private final Cache<OriginalKey, Boolean> missing = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(KNOWN_MISSING)
            .build();

    OriginalReader(OriginalStore originals, OriginalsInUse inUse, HeaderGate gate) {
        this.originals = originals;
        this.inUse = inUse;
        this.gate = gate;
    }

    /** Refuses what was missing a moment ago, without asking S3 anything. */
    void refuseKnownMissing(OriginalKey key) {
        if (missing.getIfPresent(key) != null) {
            throw new Refusal(Reason.ORIGINAL_MISSING, "There is no original " + key + ".");
        }
    }

    /** Opens an original in the background, for as long as it takes to look whether it is needed. */
    Opening begin(OriginalKey key) {
        return Opening.now(() -> open(key));
    }

    /**
     * Opens an original and lets its header pass the gate. Whatever parts that takes, all are of one version.
     *
     * @return for the caller to close
     * @throws Refusal ORIGINAL_MISSING, or what the gate says
     */
    Opened open(OriginalKey key) {
        return ReplacedWhileRead.retrying(key, "opened", attempt -> openOnce(key));
    }

    private Optional<Opened> openOnce(OriginalKey key) {
        OriginalsInUse.Use use = inUse.open(key);
        try {
            return Optional.of(new Opened(use, use.shared().verdict(() -> look(use.shared()))));
        } catch (OriginalParts.Replaced replaced) {
            use.close();
            return Optional.empty();
        } catch (RuntimeException failure) {
            use.close();
            throw failure;
        }
    }

    /** For a while {@link #refuseKnownMissing} knows it. */
    void rememberMissing(OriginalKey key) {
        missing.put(key, true);
    }

    private Verdict look(SharedOriginal shared) {
        return admit(new OriginalParts(originals, shared.original(), shared::bytes));
    }

    private Verdict admit(OriginalParts parts) {
        Optional<ImageHeader> known = ofWholeFiles.of(parts.original());
        if (known.isPresent()) {
            return new Verdict(parts, known);
        }
        try {
            return new Verdict(parts, gate.admit(parts));
        } catch (Refusal refusal) {
            parts.confirm();
            throw refusal;
        }
    }

    /**
     * Reads the rest of what was opened, and lets the whole file pass the gate: only then a WebP tells its orientation, an animation its frames, and a
     * file with a long header anything.
     *
     * @return empty when it was replaced since
     * @throws Refusal what the gate says
     */
    Optional<Fetched> fetch(Opened opened) {
        Original original = opened.original();
        return opened.use().shared().bytes().map(bytes -> {
            ImageHeader header =
                    original.whole() ? gate.admit(bytes) : ofWholeFiles.remember(original, () -> gate.admit(bytes));
            return new Fetched(new SourceFile<>(bytes, header), original.eTag());
        });
    }

    /**
     * An original whose beginning has passed the gate.
     *
     * @param header empty when only the whole file can tell
     */
    record Verdict(OriginalParts parts, Optional<ImageHeader> header) {}

    /** An original that is used by one request, until that closes it. */
    record Opened(OriginalsInUse.Use use, Verdict verdict) implements AutoCloseable {
        Original original() {
            return verdict.parts().original();
        }

        OriginalParts parts() {
            return verdict.parts();
        }

        Optional<ImageHeader> header() {
            return verdict.header();
        }

        /** What was decoded of it for other requests. */
        SharedDecodes decodes() {
            return use.shared().decodes();
        }

        /** Has it fetched while its request waits for room, where that may be. */
        void fetchAhead() {
            use.shared().fetchAhead();
        }

        /** Whether its bytes are in memory, and stay there while it is in use. */
        boolean hasBytes() {
            return use.shared().hasBytes();
        }

        /** The room for its bytes is given back. */
        void forgetBytes() {
            use.shared().forgetBytes();
        }

        @Override
        public void close() {
            use.close();
        }
    }

    /** A whole original. */
    record Fetched(SourceFile<byte[]> file, String eTag) {}
}

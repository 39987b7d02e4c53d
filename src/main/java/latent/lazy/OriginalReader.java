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

/** Opens originals and checks their headers before they take up memory. Thread-safe. */
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

    /**
     * Refuses an original that was missing a moment ago, without a request to S3.
     *
     * @throws Refusal ORIGINAL_MISSING
     */
    void refuseKnownMissing(OriginalKey key) {
        if (missing.getIfPresent(key) != null) {
            throw new Refusal(Reason.ORIGINAL_MISSING, "There is no original " + key + ".");
        }
    }

    /** Opens an original in the background, while the caller looks for a stored rendition. */
    PendingOriginal begin(OriginalKey key) {
        return PendingOriginal.now(() -> open(key));
    }

    /**
     * Opens an original and passes its header through the gate. All parts that are read are of one version; when the original is replaced meanwhile,
     * opening starts again.
     *
     * @return the original, for the caller to close
     * @throws Refusal ORIGINAL_MISSING, or what the gate throws
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

    /** Has {@link #refuseKnownMissing} refuse this original for a few seconds. */
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
     * Reads the rest of an opened original and passes the whole file through the gate. Only the whole file shows the orientation of a WebP, the
     * frames of an animation, and headers that are longer than what was read before.
     *
     * @return empty when the original has been replaced since it was opened
     * @throws Refusal what the gate throws
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
     * An original of which the parts that were read have passed the gate.
     *
     * @param header empty when only the whole file shows it
     */
    record Verdict(OriginalParts parts, Optional<ImageHeader> header) {}

    /** An opened original, used by one request until that closes it. */
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

        /** Pixels of this original that other requests have decoded. */
        SharedDecodes decodes() {
            return use.shared().decodes();
        }

        /** Starts to fetch the bytes while the request waits for a permit, where memory allows. */
        void fetchAhead() {
            use.shared().fetchAhead();
        }

        /** Whether its bytes are in memory, and stay there while it is in use. */
        boolean hasBytes() {
            return use.shared().hasBytes();
        }

        /** Releases the memory of its bytes. */
        void forgetBytes() {
            use.shared().forgetBytes();
        }

        @Override
        public void close() {
            use.close();
        }
    }

    /** The bytes of a whole original, with its header and its quoted ETag. */
    record Fetched(SourceFile<byte[]> file, String eTag) {}
}

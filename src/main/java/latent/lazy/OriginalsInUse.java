package latent.lazy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import latent.key.OriginalKey;
import latent.render.header.HeaderGate;
import latent.store.OriginalStore;
import latent.store.OriginalStream;

/**
 * The originals that requests use now, and for a minute more, one version of each. Who comes while S3's word on the version is fresh shares what is
 * there; later S3 is asked whether it is still the version, and sends nothing where it is. Where memory gets short, files of which a decoded picture
 * is kept go first, because most renditions begin with that; then whole originals, the one whose last user left longest ago first. Thread-safe.
 */
final class OriginalsInUse {
    /** Requests of one page come within this; who comes after a change must not get what was before it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final OriginalStore originals;
    private final OriginalVersions versions;
    private final OriginalMemory memory;
    private final Executor later = CompletableFuture.delayedExecutor(KEPT.toNanos(), TimeUnit.NANOSECONDS);
    private final Map<OriginalKey, Entry> entries = new HashMap<>();

    /** Those of them that nobody uses. */
    private final UnusedOriginals<Entry> unused = new UnusedOriginals<>();

    private final SingleFlight<OriginalKey, Entry> openings = new SingleFlight<>();

    /**
     * None yet.
     *
     * @param maxBytes in memory of those that wait for room, or for another request
     */
    OriginalsInUse(OriginalStore originals, OriginalVersions versions, long maxBytes) {
        this.originals = originals;
        this.versions = versions;
        this.memory = new OriginalMemory(maxBytes, this::forgetOneUnused);
    }

    /** An original with the number of its users; what changes is guarded by the map's lock. */
    private static final class Entry {
        private final SharedOriginal shared;
        private long askedNanos;
        private int users;
        private long leftNanos;
        private boolean gone;

        Entry(SharedOriginal shared, long askedNanos) {
            this.shared = shared;
            this.askedNanos = askedNanos;
        }
    }

    /** A user of an original, until it is closed. */
    final class Use implements AutoCloseable {
        private final Entry entry;
        private boolean closed;

        private Use(Entry entry) {
            this.entry = entry;
        }

        SharedOriginal shared() {
            return entry.shared;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                leave(entry);
            }
        }
    }

    /**
     * Opens an original, or joins those who have opened it.
     *
     * @throws latent.refusal.Refusal as {@link OriginalStore#open} does
     */
    Use open(OriginalKey key) {
        while (true) {
            Optional<Use> use = joinFresh(key);
            if (use.isEmpty()) {
                use = join(openings.share(key, () -> reopen(key)).value());
            }
            if (use.isPresent()) {
                return use.get();
            }
        }
    }

    private synchronized Optional<Use> joinFresh(OriginalKey key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> entry.users > 0
                        && versions.now() - entry.askedNanos < FRESH.toNanos()
                        && !entry.shared.failed())
                .flatMap(this::join);
    }

    private synchronized Optional<Use> join(Entry entry) {
        if (entry.gone) {
            return Optional.empty();
        }
        entry.users++;
        unused.remove(entry);
        return Optional.of(new Use(entry));
    }

    private Entry reopen(OriginalKey key) {
        Optional<Entry> atHand = ofUse(key);
        long asked = versions.now();
        Optional<OriginalStream> opened = atHand.isPresent()
                ? originals.openUnless(key, eTag(atHand.get()), HeaderGate.HEAD_BYTES)
                : Optional.of(originals.open(key, HeaderGate.HEAD_BYTES));
        Entry entry = opened.map(stream -> new Entry(new SharedOriginal(stream, memory), asked))
                .orElseGet(atHand::orElseThrow);
        versions.saw(key, Optional.of(eTag(entry)), asked);
        enter(key, entry, asked);
        return entry;
    }

    private static String eTag(Entry entry) {
        return entry.shared.original().eTag();
    }

    private synchronized Optional<Entry> ofUse(OriginalKey key) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.shared.isOfUse());
    }

    private synchronized void enter(OriginalKey key, Entry entry, long asked) {
        if (entry.gone) {
            return; // forgotten while S3 was asked about it: whoever wanted it opens it anew
        }
        entry.askedNanos = asked;
        Entry before = entries.put(key, entry);
        if (before != null && !before.equals(entry) && before.users == 0) {
            remove(before);
        }
    }

    private synchronized void leave(Entry entry) {
        entry.users--;
        if (entry.users > 0) {
            return;
        }
        OriginalKey key = entry.shared.original().key();
        boolean known = entry.equals(entries.get(key));
        if (known && entry.shared.isOfUse() && !entry.shared.failed()) {
            entry.leftNanos = versions.now();
            unused.add(entry);
            later.execute(() -> forgetUnused(entry));
        } else {
            remove(entry);
        }
    }

    private synchronized void forgetUnused(Entry entry) {
        if (entry.users == 0 && !entry.gone && versions.now() - entry.leftNanos >= KEPT.toNanos()) {
            remove(entry);
        }
    }

    private void remove(Entry entry) {
        entry.gone = true;
        unused.remove(entry);
        entries.remove(entry.shared.original().key(), entry);
        entry.shared.dispose();
    }

    /** Makes room, where there is something that nobody uses. */
    private synchronized boolean forgetOneUnused() {
        if (unused.forgetFile(entry -> entry.shared.forgetFile())) {
            return true;
        }
        Optional<Entry> first = unused.first();
        first.ifPresent(this::remove);
        return first.isPresent();
    }

    /** How many bytes are in memory now beyond those that are rendered. */
    long bytes() {
        return memory.reserved();
    }
}

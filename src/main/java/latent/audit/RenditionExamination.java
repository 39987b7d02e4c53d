package latent.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latent.image.ImageFormat;
import latent.key.KeyGrammar;
import latent.key.OriginalKey;
import latent.store.OriginalStore;
import latent.store.RenditionInspection;
import latent.store.RenditionInspection.WrongBytes;
import latent.store.StoredRendition;

/**
 * Examines stored renditions one by one. What looks stale or orphaned in a listing is requested from S3 again before it counts, because a listing may
 * be a day old, and an original may be replaced during the audit. Thread-safe.
 */
public final class RenditionExamination {
    /** For a rendition that changes during the examination; whoever changes it has just compared it with its original. */
    private static final int MOST_LOOKS = 3;

    private final KeyGrammar grammar;
    private final OriginalStore originals;
    private final RenditionInspection renditions;
    private final AuditDepth depth;
    private final Optional<PictureExamination> pictures;

    /** @param pictures required for depth BYTES */
    public RenditionExamination(
            KeyGrammar grammar,
            OriginalStore originals,
            RenditionInspection renditions,
            AuditDepth depth,
            Optional<PictureExamination> pictures) {
        this.grammar = grammar;
        this.originals = originals;
        this.renditions = renditions;
        this.depth = depth;
        this.pictures = pictures;
    }

    /** Examines one rendition. Throws nothing: a failure is in the result, as unknown. */
    public AuditedRendition examine(AuditCandidate candidate) {
        try {
            return looked(candidate, 1);
        } catch (RuntimeException e) {
            return AuditedRendition.unknown(candidate, e);
        }
    }

    private AuditedRendition looked(AuditCandidate candidate, int looks) {
        if (depth == AuditDepth.LISTING && !candidate.suspicious()) {
            return AuditedRendition.clean(candidate);
        }
        Optional<StoredRendition> found = renditions.find(candidate.key());
        if (found.isEmpty()) {
            return AuditedRendition.clean(candidate); // removed since it was listed
        }
        StoredRendition stored = found.get();
        Map<FindingKind, String> findings = new EnumMap<>(FindingKind.class);
        if (candidate.outdated(stored.source().sourceETag())) {
            Optional<String> now = originals.version(
                    grammar.original(candidate.original()).orElseGet(() -> new OriginalKey(candidate.original())));
            outdated(candidate, stored, now, findings);
            if (!findings.isEmpty() && looks < MOST_LOOKS && changed(candidate, stored)) {
                return looked(candidate, looks + 1);
            }
        }
        boolean undecoded = false;
        if (depth != AuditDepth.LISTING) {
            headers(candidate, stored, findings);
        }
        if (depth == AuditDepth.BYTES) {
            undecoded = bytes(candidate, stored, findings);
        }
        boolean ours = stored.source().sourceETag().isPresent();
        return new AuditedRendition(candidate, findings, stored.eTag(), ours, Optional.empty(), undecoded);
    }

    private boolean changed(AuditCandidate candidate, StoredRendition stored) {
        return renditions
                .find(candidate.key())
                .filter(now -> now.equals(stored))
                .isEmpty();
    }

    private static void outdated(
            AuditCandidate candidate, StoredRendition stored, Optional<String> now, Map<FindingKind, String> findings) {
        Optional<String> source = stored.source().sourceETag();
        if (now.isEmpty()) {
            findings.put(FindingKind.ORPHANED, "There is no original " + candidate.original() + ".");
        } else if (source.isPresent() && !source.equals(now)) {
            findings.put(
                    FindingKind.STALE, "It was made from " + source.get() + ", and the original is " + now.get() + ".");
        } else if (source.isEmpty() && candidate.older() && now.equals(candidate.originalVersion())) {
            findings.put(FindingKind.STALE, "It is older than its original, and does not say what it was made from.");
        }
    }

    private void headers(AuditCandidate candidate, StoredRendition stored, Map<FindingKind, String> findings) {
        String expected = format(candidate).mediaType();
        if (!stored.mediaType().equals(expected)) {
            findings.put(
                    FindingKind.WRONG_TYPE,
                    "Its Content-Type is '" + stored.mediaType() + "', and its name says " + expected + ".");
        }
        List<String> missing = new ArrayList<>();
        if (stored.cacheControl().isEmpty()) {
            missing.add("Cache-Control");
        }
        if (stored.source().sourceETag().isEmpty()) {
            missing.add("the original's ETag");
        }
        if (stored.source().cacheTag().isEmpty()) {
            missing.add("the cache tag");
        }
        if (!missing.isEmpty()) {
            findings.put(FindingKind.MISSING_HEADERS, "It lacks " + String.join(", ", missing) + ".");
        }
    }

    private ImageFormat format(AuditCandidate candidate) {
        return grammar.parse(candidate.key()).transformation().format();
    }

    /** Returns whether the bytes could not be decoded for want of a decoder. */
    private boolean bytes(AuditCandidate candidate, StoredRendition stored, Map<FindingKind, String> findings) {
        Optional<byte[]> read;
        try {
            read = renditions.read(candidate.key(), stored.eTag());
        } catch (WrongBytes e) {
            findings.put(FindingKind.TORN, String.valueOf(e.getMessage()));
            return false;
        }
        if (read.isEmpty()) {
            return false; // something else is there by now
        }
        PictureExamination.Seen seen = pictures.orElseThrow().look(read.get());
        seen.damage().ifPresent(damage -> findings.put(FindingKind.TORN, "It cannot be decoded: " + damage));
        ImageFormat expected = format(candidate);
        seen.format()
                .filter(format -> format != expected)
                .ifPresent(format -> findings.put(
                        FindingKind.WRONG_TYPE,
                        "Its bytes are " + format.mediaType() + ", and its name says " + expected.mediaType() + "."));
        return seen.damage().isEmpty() && !seen.decoded();
    }
}

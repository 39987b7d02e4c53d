package latent.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The result for one rendition.
 *
 * @param findings  kinds of what is wrong, each with the evidence in a sentence; empty when nothing is
 * @param eTag      of the object that was examined, quoted; empty when it is gone or was not requested
 * @param ours      whether the object has the metadata that Latent stores
 * @param unknown   why it could not be examined; empty when it was
 * @param undecoded whether its bytes were read and the engine here does not read their format
 */
public record AuditedRendition(
        AuditCandidate candidate,
        Map<FindingKind, String> findings,
        String eTag,
        boolean ours,
        Optional<String> unknown,
        boolean undecoded) {
    public AuditedRendition {
        findings = new TreeMap<>(findings);
    }

    static AuditedRendition clean(AuditCandidate candidate) {
        return new AuditedRendition(candidate, Map.of(), "", true, Optional.empty(), false);
    }

    static AuditedRendition unknown(AuditCandidate candidate, RuntimeException why) {
        return new AuditedRendition(candidate, Map.of(), "", true, Optional.of(why.toString()), false);
    }
}

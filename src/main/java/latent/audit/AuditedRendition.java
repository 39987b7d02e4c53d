package latent.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was found of one rendition.
 *
 * @param findings  what is wrong and how it is known; empty when nothing is
 * @param eTag      of the object that was looked at, quoted; empty where there is none any more, or nobody asked for it
 * @param ours      whether it carries the metadata of renditions that we store
 * @param unknown   why it could not be looked at; empty where it was
 * @param undecoded whether its bytes were read and no engine here decodes its format
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

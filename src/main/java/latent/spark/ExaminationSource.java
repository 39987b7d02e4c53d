package latent.spark;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import latent.audit.AuditCandidate;
import latent.audit.AuditDepth;
import latent.audit.AuditedRendition;
import latent.config.Settings;

/** Opens what looks at renditions, wherever a task runs: connections to S3, and where bytes are looked at an engine. */
public interface ExaminationSource extends Serializable {
    /** Opens one; a task closes it at its end. */
    OpenExamination open(Settings settings, AuditDepth depth);

    /** Looks at renditions until it is closed. Thread-safe. */
    interface OpenExamination extends AutoCloseable {
        /** Looks at one; what goes wrong is in what it returns. */
        AuditedRendition examine(AuditCandidate candidate);

        /**
         * Removes a rendition, if it is still this version of it.
         *
         * @return false when something else is there
         */
        boolean remove(String key, String eTag);

        /** Removes a rendition that was stored before that, if its original exists; false when it did not. */
        boolean expire(String key, String original, Instant since);

        /** Has CloudFront forget all renditions of these originals. */
        void invalidate(Collection<String> originals);

        @Override
        void close();
    }
}

package latent.spark;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import latent.audit.AuditCandidate;
import latent.audit.AuditDepth;
import latent.audit.AuditedRendition;
import latent.config.Settings;

/** Opens examinations in the tasks of a job: connections to S3, and an engine when bytes are examined. */
public interface ExaminationSource extends Serializable {
    /** Opens an examination; the task closes it at its end. */
    OpenExamination open(Settings settings, AuditDepth depth);

    /** Examines and removes renditions. Thread-safe. */
    interface OpenExamination extends AutoCloseable {
        /** Examines one rendition. A failure is in the result. */
        AuditedRendition examine(AuditCandidate candidate);

        /**
         * Removes a rendition, unless the object has changed.
         *
         * @param eTag of the object to be removed
         * @return false when another object is stored under the key
         */
        boolean remove(String key, String eTag);

        /** Removes a rendition that was stored before {@code since} and whose original exists; false when nothing was removed. */
        boolean expire(String key, String original, Instant since);

        /** Invalidates all renditions of these originals in CloudFront. */
        void invalidate(Collection<String> originals);

        @Override
        void close();
    }
}

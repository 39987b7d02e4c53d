package latent.spark;

import java.io.Serializable;
import java.util.List;
import latent.config.Settings;
import latent.plan.PlannedFamily;
import latent.warm.WarmReceipt;

/** Opens warmers in the tasks of a job: an engine with its workers, and connections to S3. */
public interface WarmerSource extends Serializable {
    /** Opens one; a task closes it at its end. */
    Warmer open(Settings settings);

    /** Makes renditions until it is closed. Thread-safe. */
    interface Warmer extends AutoCloseable {
        /** Makes what is planned of one original; what goes wrong is in the receipts. */
        List<WarmReceipt> warm(PlannedFamily family);

        @Override
        void close();
    }
}

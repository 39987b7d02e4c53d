package latent.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Carries out a plan: in the job itself, or by the queue. */
interface WarmRunner {
    /**
     * Carries it out.
     *
     * @param families as the shards have them
     * @param asked    renditions in them
     */
    WarmReport carryOut(Dataset<Row> families, long asked);
}

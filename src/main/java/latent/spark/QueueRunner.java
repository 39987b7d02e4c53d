package latent.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import latent.plan.PlannedFamily;
import latent.warm.ChangeQueue;
import latent.warm.ShardMessages;
import latent.warm.WarmShard;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sends the shards of a plan to the queue of warm workers, which make the renditions. */
final class QueueRunner implements WarmRunner {
    private final ChangeQueue queue;
    private final int shardOriginals;

    QueueRunner(ChangeQueue queue, int shardOriginals) {
        this.queue = queue;
        this.shardOriginals = shardOriginals;
    }

    @Override
    public WarmReport carryOut(Dataset<Row> families, long asked) {
        long start = System.nanoTime();
        long messages = 0;
        int number = 0;
        List<PlannedFamily> shard = new ArrayList<>();
        for (Iterator<Row> rows = families.toLocalIterator(); rows.hasNext(); ) {
            shard.add(Families.family(rows.next()));
            if (shard.size() == shardOriginals || !rows.hasNext()) {
                List<String> bodies = ShardMessages.write(new WarmShard(Integer.toString(number++), shard));
                bodies.forEach(queue::send);
                messages += bodies.size();
                shard.clear();
            }
        }
        return new WarmReport(
                "queue", asked, 0, 0, 0, 0, 0, messages, 0, (System.nanoTime() - start) / 1e9, List.of(), "");
    }
}

package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import latent.kit.Eventually;
import latent.kit.Stack;
import latent.plan.PlannedFamily;
import latent.warm.ShardMessages;
import latent.warm.WarmShard;
import org.junit.jupiter.api.Test;

/**
 * Three workers of the queue, of which the oldest is killed with SIGKILL again and again, and another begins. In the long form
 * ({@code -Dlatent.killed.long=true}) every five seconds, and messages come again after two minutes, as in the product.
 */
class KilledWorkersTest extends WarmSetUp {
    private static final boolean LONG = Boolean.getBoolean("latent.killed.long");
    private static final int WORKERS = 3;
    private static final int ORIGINALS = LONG ? 400 : 24;
    private static final int ORIGINALS_IN_A_SHARD = 2;
    private static final int MOST_KILLS = LONG ? Integer.MAX_VALUE : 2;
    private static final Duration BETWEEN_KILLS = Duration.ofMillis(LONG ? 5000 : 500);

    /** Extended well before its end; where a busy machine is later than that, another worker has the message too, and puts again. */
    private static final int LEASE_SECONDS = LONG ? 120 : 20;

    /** As in Terraform's module {@code changes}. */
    private static final int MAX_RECEIVES = 5;

    @Test
    void three_workers_are_killed_again_and_again_and_all_is_made_and_no_message_lost() throws Exception {
        queue = aws.queue(MAX_RECEIVES);
        List<PlannedFamily> families = new ArrayList<>();
        for (int i = 0; i < ORIGINALS; i++) {
            stack.putOriginal("k%d.jpg".formatted(i), Stack.jpeg(120, 90));
            families.add(new PlannedFamily(
                    "k%d.jpg".formatted(i),
                    List.of("k%d_60_0.jpg".formatted(i), "k%d-30x30.jpg.png".formatted(i)),
                    false));
        }
        for (int i = 0; i < families.size(); i += ORIGINALS_IN_A_SHARD) {
            WarmShard shard = new WarmShard("k" + i, families.subList(i, i + ORIGINALS_IN_A_SHARD));
            ShardMessages.write(shard).forEach(queue::send);
        }
        PutsSeen puts = PutsSeen.at(stack.between);
        stack.between.delay = Duration.ofMillis(100);

        Deque<Process> alive = new ArrayDeque<>();
        for (int i = 0; i < WORKERS; i++) {
            alive.add(workerProcess());
        }
        Eventually.until("work is under way", () -> puts.count() > 2);
        int kills = 0;
        while (kills < MOST_KILLS && queue.left() > 0) {
            Thread.sleep(BETWEEN_KILLS);
            alive.remove().destroyForcibly().waitFor();
            alive.add(workerProcess());
            kills++;
        }
        assertThat(puts.count()).as("the first was killed before the end").isPositive();
        stack.between.delay = Duration.ZERO;
        // on a busy machine one message can meet five kills; it waits in the dead-letter queue and is not lost
        int aside = LONG ? queue.sendAgainWhatWasSetAside() : 0;
        Eventually.until("the work is done", () -> queue.left() == 0);

        assertThat(queue.setAside()).isZero();
        puts.assertEachWasStoredOnce(
                families.stream().flatMap(family -> family.keys().stream()).toList());
        if (LONG) {
            System.out.printf(
                    "%d workers killed; %d messages set aside; %d PUTs for %d renditions%n",
                    kills, aside, puts.count(), 2 * ORIGINALS);
        }
    }

    private Process workerProcess() throws Exception {
        List<String> words = new ArrayList<>(List.of(Integer.toString(LEASE_SECONDS), "render.threads=1"));
        settings().forEach((name, value) -> words.add(name + "=" + value));
        return java(WarmWorkerProgram.class.getName(), words);
    }
}

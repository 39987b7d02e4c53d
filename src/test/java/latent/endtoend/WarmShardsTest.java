package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import latent.WarmService;
import latent.kit.Eventually;
import latent.kit.MetricSamples;
import latent.kit.Stack;
import latent.plan.PlannedFamily;
import latent.warm.ShardMessages;
import latent.warm.WarmShard;
import org.junit.jupiter.api.Test;

/** Shards of a plan that come by the queue of changes. */
class WarmShardsTest extends WarmSetUp {
    @Test
    void workers_carry_shards_out_between_changes_and_one_that_comes_twice_is_made_once() throws Exception {
        String replaced = changedOriginals(1).getFirst();
        List<PlannedFamily> families = families(6);
        WarmService one = worker();
        WarmService two = worker();
        queue.send(created(replaced));
        for (PlannedFamily family : families) {
            send(List.of(family));
        }
        send(families);
        Eventually.until("the work is done", () -> queue.left() == 0);

        assertThat(queue.setAside()).isZero();
        assertAllFresh(List.of(replaced));
        assertThat(stack.stored()).containsAll(keys(families)).hasSize(2 + 12);
        assertThat(made(one) + made(two)).isEqualTo(2 + 12);
    }

    @Test
    void a_shard_that_fails_comes_again_and_one_that_is_refused_does_not() throws Exception {
        List<PlannedFamily> families = new ArrayList<>(families(2));
        families.add(new PlannedFamily("gone.jpg", List.of("gone_60_0.jpg"), false));
        families.add(new PlannedFamily("s/p0.jpg", List.of("s/p1_9_9.jpg", "no key"), false));
        stack.between.refusePuts = true;
        WarmService worker = worker();
        send(families);
        Eventually.until(
                "it has failed once",
                () -> worker.meters().scrape().contains("latent_warmed_total{outcome=\"failed\"}"));
        assertThat(queue.left()).isEqualTo(1);
        stack.between.refusePuts = false;
        Eventually.until("the work is done", () -> queue.left() == 0);

        assertThat(queue.setAside()).isZero();
        assertThat(stack.stored()).containsExactlyInAnyOrderElementsOf(keys(families.subList(0, 2)));
    }

    private List<PlannedFamily> families(int count) throws Exception {
        List<PlannedFamily> families = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stack.putOriginal("s/p%d.jpg".formatted(i), Stack.jpeg(120, 90 + i));
            families.add(new PlannedFamily(
                    "s/p%d.jpg".formatted(i),
                    List.of("s/p%d_60_0.jpg".formatted(i), "s/p%d-30x30.jpg.png".formatted(i)),
                    false));
        }
        return families;
    }

    private static List<String> keys(List<PlannedFamily> families) {
        return families.stream().flatMap(family -> family.keys().stream()).toList();
    }

    private void send(List<PlannedFamily> families) {
        ShardMessages.write(new WarmShard("test", families)).forEach(queue::send);
    }

    private static long made(WarmService worker) {
        return (long) MetricSamples.value(worker.meters().scrape(), "latent_warmed_total{outcome=\"made\"}");
    }
}

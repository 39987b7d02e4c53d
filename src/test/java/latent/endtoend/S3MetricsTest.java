package latent.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import latent.kit.Eventually;
import latent.kit.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the metrics say of S3. */
class S3MetricsTest {
    @Test
    void calls_are_counted_by_operation_and_outcome_and_the_pool_is_told(@TempDir Path data) throws Exception {
        try (Stack stack = Stack.start(data, Map.of())) {
            stack.putOriginal("widgets/a.jpg", Stack.jpeg(300, 200));
            double missing = calls(stack, "GetObject", "404");
            assertThat(stack.processor().get("/widgets/a_60_40.jpg").status()).isEqualTo(200);
            stack.storedAfter(1);
            assertThat(calls(stack, "GetObject", "404")).isEqualTo(missing + 1);
            assertThat(calls(stack, "GetObject", "200")).isEqualTo(1);
            Eventually.until("the write is counted", () -> calls(stack, "PutObject", "200") == 1);

            stack.between.refusePuts = true;
            assertThat(stack.processor().get("/widgets/a_61_40.jpg").status()).isEqualTo(200);
            Eventually.until("refused writes are counted", () -> calls(stack, "PutObject", "503") >= 1);
            stack.between.refusePuts = false;

            stack.between.flipEvery = 1;
            assertThat(stack.processor().get("/widgets/a_60_40.jpg").status()).isEqualTo(503);
            stack.between.flipEvery = 0;
            assertThat(sum(stack, "latent_s3_calls_total{operation=\"GetObject\"")
                            - calls(stack, "GetObject", "404")
                            - calls(stack, "GetObject", "200"))
                    .as("tries of which the bytes were wrong")
                    .isPositive();

            stack.between.putsMayPass = new CountDownLatch(1);
            assertThat(stack.processor().get("/widgets/a_62_40.jpg").status()).isEqualTo(200);
            Eventually.until("a call finds the connection of the write in use", () -> {
                stack.processor().get("/widgets/none_62_40.jpg");
                return stack.metric("latent_s3_connections_leased") > 0;
            });
            stack.between.putsMayPass.countDown();
            assertThat(sum(stack, "latent_s3_connections_available")).isNotNegative();
            assertThat(stack.processor().get("/-/metrics").text())
                    .contains("latent_s3_connections_available ", "latent_s3_connections_pending ");
        }
    }

    private static double calls(Stack stack, String operation, String outcome) throws Exception {
        return stack.metric("latent_s3_calls_total{operation=\"" + operation + "\",outcome=\"" + outcome + "\"}");
    }

    private static double sum(Stack stack, String start) throws Exception {
        return stack.processor()
                .get("/-/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
